import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import {
  type ErasureFailure,
  eraseSupporter,
} from '../../domain/privacy/erase-supporter.server.ts';
import { formatDay } from '../../kernel/format.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ErasureForm } from '../../ui/account/privacy/erasure-form.tsx';
import { ErasureTerms } from '../../ui/account/privacy/erasure-terms.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireFreshSignIn } from '../../web/fresh-sign-in.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { signedOutHeaders } from '../../web/session.server.ts';

const page = '/account/privacy/erasure';
const form = z.object({
  confirmed: z.literal('yes', { error: 'identity.erase.confirmMissing' }),
});
const statuses: Record<ErasureFailure, number> = {
  payments_unavailable: 503,
  payments_refused: 502,
  is_staff: 409,
  gone: 410,
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.erase.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireFreshSignIn(args, page);
  const { services } = args.context;
  const [newsroom, membership] = await Promise.all([
    readNewsroom(services),
    readMembership(services, supporter.id),
  ]);
  const isRunning = membership !== null && membership.endedAt === null;
  return {
    contactEmail: newsroom.contactEmail,
    timeZone: newsroom.timeZone,
    membership: isRunning
      ? { paidUntil: membership.currentPeriodEnd?.toISOString() ?? null }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireFreshSignIn(args, page);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, reason: null }, { status: 422 });
  const erased = await eraseSupporter(args.context.services, {
    supporterId: supporter.id,
    locale: localeOf(args.request),
  });
  if (!erased.ok) {
    return data(
      { errors: noFieldErrors, reason: erased.reason },
      { status: statuses[erased.reason] },
    );
  }
  return redirect(localPath(localeOf(args.request), '/erased'), {
    status: 303,
    headers: signedOutHeaders(args),
  });
}

export default function ErasurePage() {
  const { contactEmail, membership, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t } = useLocale();
  return (
    <>
      <h1>{t('identity.erase.title')}</h1>
      {answer?.reason ? (
        <Notice tone="bad" title={t('identity.erase.failedTitle')}>
          <p>{t(`identity.erase.failed.${answer.reason}`, { email: contactEmail })}</p>
        </Notice>
      ) : null}
      {membership ? (
        <Notice tone="warn">
          <p>
            {membership.paidUntil
              ? t('identity.erase.membership', {
                  date: formatDay(new Date(membership.paidUntil), locale, timeZone),
                  email: contactEmail,
                })
              : t('identity.erase.membershipNoDate')}
          </p>
        </Notice>
      ) : null}
      <ErasureTerms />
      <ErasureForm error={answer?.errors['confirmed']} />
    </>
  );
}
