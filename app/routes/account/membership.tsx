import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { formatDay } from '../../kernel/format.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ContinuationOutcome } from '../../ui/account/continuation-outcome.tsx';
import { ExtrasLine } from '../../ui/account/extras-line.tsx';
import { Invitation } from '../../ui/account/invitation.tsx';
import { MembershipFacts } from '../../ui/account/membership-facts.tsx';
import { summariseMembership } from '../../ui/account/membership-summary.ts';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.membership.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, role } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership, entitlement] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
    decideEntitlement(ctx, { supporterId: supporter.id, role }),
  ]);
  return {
    newsroom: { timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    membership: membership && summariseMembership(membership),
    continued: new URL(args.request.url).searchParams.get('continued'),
    entitlement,
  };
}

export default function Membership() {
  const { membership, newsroom, entitlement, continued } = useLoaderData<typeof loader>();
  const { timeZone } = newsroom;
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  if (!membership || membership.standing === 'ended') {
    return (
      <>
        <h1>{t('account.membership.none')}</h1>
        <ContinuationOutcome outcome={continued} membership={membership} newsroom={newsroom} />
        <Invitation endedAt={membership?.endsAt ?? null} timeZone={timeZone} />
      </>
    );
  }
  const { standing, endsAt, perks } = membership;
  return (
    <>
      <h1>{t('account.membership.title')}</h1>
      <ContinuationOutcome outcome={continued} membership={membership} newsroom={newsroom} />
      {standing === 'past_due' || standing === 'unpaid' ? (
        <Notice tone="warn">
          <p>{t('account.membership.pastDue')}</p>
        </Notice>
      ) : null}
      {endsAt ? (
        <Notice title={t('account.membership.endingTitle', { date: day(endsAt) })}>
          <p>{t('account.membership.ending')}</p>
          <form method="post" action={href('/account/membership/continuation')}>
            <Button>{t('account.membership.continue')}</Button>
          </form>
        </Notice>
      ) : null}
      <MembershipFacts membership={membership} timeZone={timeZone} />
      {perks.length > 0 ? (
        <section className="account__part" aria-labelledby="perks">
          <h2 id="perks">{t('account.membership.perks')}</h2>
          <ul className="account__list">
            {perks.map((perk) => (
              <li key={perk}>{t(perk)}</li>
            ))}
          </ul>
          <ExtrasLine entitlement={entitlement} timeZone={timeZone} />
        </section>
      ) : null}
      {endsAt ? null : (
        <p className="account__acts account__part">
          <a href={href('/account/membership/cancellation')}>{t('account.membership.end')}</a>
        </p>
      )}
    </>
  );
}
