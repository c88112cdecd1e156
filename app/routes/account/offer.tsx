import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import {
  type AcceptOfferFailure,
  acceptRetentionOffer,
} from '../../domain/offers/accept-retention-offer.server.ts';
import { readRetentionOffer } from '../../domain/offers/read-retention-offer.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { StayOffer } from '../../ui/account/stay-offer.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const statuses: Record<AcceptOfferFailure, number> = {
  no_offer: 409,
  payments_unavailable: 503,
  payments_refused: 502,
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('offer.stay.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
  ]);
  return {
    isDone: new URL(args.request.url).searchParams.get('done') === 'yes',
    found: membership && (await readRetentionOffer(ctx, membership.id)),
    interval: membership?.interval ?? 'month',
    timeZone: newsroom.timeZone,
    contactEmail: newsroom.contactEmail,
  };
}

/** Takes the offer to stay. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const membership = await readMembership(ctx, supporter.id);
  const accepted = membership
    ? await acceptRetentionOffer(ctx, { membershipId: membership.id, supporterId: supporter.id })
    : ({ ok: false, reason: 'no_offer' } as const);
  if (!accepted.ok)
    return data({ failure: accepted.reason }, { status: statuses[accepted.reason] });
  return redirect(localPath(localeOf(args.request), '/account/membership/offer?done=yes'), 303);
}

export default function OfferToStay() {
  const { isDone, found, interval, timeZone, contactEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  if (isDone && !found) {
    return (
      <>
        <h1>{t('offer.stay.title')}</h1>
        <Notice tone="good">
          <p>{t('offer.stay.done')}</p>
        </Notice>
        <p className="account__acts">
          <a href={href('/account/membership')}>{t('account.membership.title')}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{t('offer.stay.title')}</h1>
      {answer ? (
        <Notice tone="bad" title={t('offer.stay.failedTitle')}>
          <p>{t(`offer.stay.failed.${answer.failure}`, { email: contactEmail })}</p>
        </Notice>
      ) : null}
      {found ? (
        <StayOffer found={found} interval={interval} timeZone={timeZone} />
      ) : (
        <p>{t('offer.stay.none')}</p>
      )}
      <p className="account__acts">
        <a href={href('/account/membership/cancellation')}>{t('offer.stay.back')}</a>
      </p>
    </>
  );
}
