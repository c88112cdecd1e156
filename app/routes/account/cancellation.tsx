import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endMembership } from '../../domain/memberships/ending/end-membership.server.ts';
import { readAlternatives } from '../../domain/memberships/ending/read-alternatives.server.ts';
import { readEnding } from '../../domain/memberships/ending/read-ending.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readRetentionOffer } from '../../domain/offers/read-retention-offer.server.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CancellationForm } from '../../ui/account/cancellation-form.tsx';
import { cancellationReason } from '../../ui/account/cancellation-reason.ts';
import { EndingProblem } from '../../ui/account/ending/ending-problem.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitEnding } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { inMajorUnits } from '../giving/join-page.server.ts';
import { cancellationFields } from './cancellation-fields.ts';
import { toQuery } from './change-fields.server.ts';
import { endingStatuses, toTermsView } from './ending-view.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.cancel.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership, ending] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
    readEnding(ctx, { supporterId: supporter.id }),
  ]);
  if (!membership || ending?.state !== 'going_on') {
    throw redirect(localPath(localeOf(args.request), '/account/membership'));
  }
  const [{ smaller, canPause }, found] = await Promise.all([
    readAlternatives(ctx, membership, ending),
    readRetentionOffer(ctx, membership.id),
  ]);
  return {
    ending: toTermsView(ending, newsroom.timeZone),
    alternatives: {
      offer: found?.offer ?? null,
      smaller: smaller && toSmaller(smaller, membership.interval),
      canPause,
      currency: membership.amount.currency,
    },
    contactEmail: newsroom.contactEmail,
  };
}

function toSmaller({ amount, tierSlug }: { amount: Money; tierSlug: string }, interval: Interval) {
  const query = toQuery({
    tier: tierSlug,
    frequency: interval === 'month' ? 'monthly' : 'yearly',
    ownAmount: inMajorUnits(amount),
    coversFee: false,
  });
  return { amount, interval, query };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, cancellationFields);
  if (!parsed.ok) return data({ ...parsed, problem: null }, { status: 422 });
  const { reason, note } = parsed.value;
  const typed = { reason: reason ?? '', note };
  const limit = await limitEnding(args, supporter.id);
  if (!limit.ok) {
    const problem = { kind: 'too_many' as const, seconds: limit.retryAfterSeconds };
    return data(
      { errors: noFieldErrors, typed, problem },
      { status: 429, headers: { 'Retry-After': String(limit.retryAfterSeconds) } },
    );
  }
  const ended = await endMembership(args.context.services, {
    whose: { supporterId: supporter.id },
    reason: cancellationReason(reason, note),
  });
  const page = localPath(localeOf(args.request), '/account/membership');
  // A second click finds it done.
  if (ended.ok || ended.reason === 'already_scheduled') {
    return redirect(ended.ok && ended.value.hasEnded ? `${page}?ended=now` : page, 303);
  }
  const problem = { kind: ended.reason };
  return data({ errors: noFieldErrors, typed, problem }, { status: endingStatuses[ended.reason] });
}

export default function Cancellation() {
  const { ending, alternatives, contactEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <h1>{t('account.cancel.title')}</h1>
      <EndingProblem problem={answer?.problem ?? null} contactEmail={contactEmail} />
      <CancellationForm
        ending={ending}
        alternatives={alternatives}
        typed={answer?.typed}
        errors={answer?.errors}
      />
    </>
  );
}
