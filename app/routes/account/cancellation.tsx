import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  type CancellationFailure,
  scheduleCancellation,
} from '../../domain/memberships/schedule-cancellation.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { formatDay } from '../../kernel/format.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CancellationForm } from '../../ui/account/cancellation-form.tsx';
import {
  cancellationReason,
  cancellationReasons,
  noteMaxLength,
} from '../../ui/account/cancellation-reason.ts';
import { summariseMembership } from '../../ui/account/membership-summary.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  reason: z.enum(cancellationReasons).nullable().catch(null).default(null),
  note: z.string().max(noteMaxLength, 'account.cancel.noteTooLong').default(''),
});

const statuses: Record<CancellationFailure, number> = {
  no_membership: 409,
  already_scheduled: 409,
  payments_unavailable: 503,
  payments_refused: 502,
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.cancel.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
  ]);
  const { standing } = membership ? summariseMembership(membership) : { standing: 'ended' };
  const endsAt = membership?.currentPeriodEnd ?? null;
  if (!endsAt || standing === 'ended' || membership?.cancelAt) {
    throw redirect(localPath(localeOf(args.request), '/account/membership'));
  }
  return {
    endsAt: endsAt.toISOString(),
    timeZone: newsroom.timeZone,
    contactEmail: newsroom.contactEmail,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ ...parsed, reason: null }, { status: 422 });
  const { reason, note } = parsed.value;
  const scheduled = await scheduleCancellation(args.context.services, {
    supporterId: supporter.id,
    reason: cancellationReason(reason, note),
  });
  if (!scheduled.ok) {
    const typed = { reason: reason ?? '', note };
    return data(
      { errors: noFieldErrors, typed, reason: scheduled.reason },
      { status: statuses[scheduled.reason] },
    );
  }
  return redirect(localPath(localeOf(args.request), '/account/membership'), 303);
}

export default function Cancellation() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t } = useLocale();
  return (
    <>
      <h1>{t('account.cancel.title')}</h1>
      {answer?.reason ? (
        <Notice tone="bad" title={t('account.cancel.failedTitle')}>
          <p>{t(`account.cancel.failed.${answer.reason}`, { email: view.contactEmail })}</p>
        </Notice>
      ) : null}
      <CancellationForm
        endsOn={formatDay(new Date(view.endsAt), locale, view.timeZone)}
        typed={answer?.typed}
        errors={answer?.errors}
      />
    </>
  );
}
