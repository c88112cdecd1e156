import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { formatDay } from '../../kernel/format.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ContinuationOutcome, EndedOutcome } from '../../ui/account/continuation-outcome.tsx';
import { ComeBack } from '../../ui/account/ending/come-back.tsx';
import { FormerMemberships } from '../../ui/account/ending/former-memberships.tsx';
import { ExtrasLine } from '../../ui/account/extras-line.tsx';
import { MembershipActs } from '../../ui/account/membership-acts.tsx';
import { MembershipFacts } from '../../ui/account/membership-facts.tsx';
import { MembershipNews, PauseLine, WaitingChange } from '../../ui/account/membership-news.tsx';
import { summariseMembership } from '../../ui/account/membership-summary.ts';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { readReturnView } from './return-view.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.membership.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, role } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership, earlier, entitlement] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
    readReturnView(ctx, supporter.id),
    decideEntitlement(ctx, { supporterId: supporter.id, role }),
  ]);
  const query = new URL(args.request.url).searchParams;
  return {
    newsroom: { timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    membership: membership && summariseMembership(membership),
    continued: query.get('continued'),
    ended: query.get('ended'),
    outcome: {
      changed: query.get('changed'),
      withdrawn: query.get('withdrawn'),
      paused: query.get('paused'),
      resumed: query.get('resumed'),
    },
    now: ctx.clock.now().toISOString(),
    earlier,
    entitlement,
  };
}

export default function Membership() {
  const view = useLoaderData<typeof loader>();
  const { membership, newsroom, entitlement, continued, earlier } = view;
  const { timeZone } = newsroom;
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  if (!membership || membership.standing === 'ended') {
    return (
      <>
        <h1>{t('account.membership.none')}</h1>
        <ContinuationOutcome outcome={continued} membership={membership} newsroom={newsroom} />
        <EndedOutcome outcome={view.ended} membership={membership} />
        <ComeBack {...earlier} timeZone={timeZone} />
        <FormerMemberships former={earlier.former} timeZone={timeZone} />
      </>
    );
  }
  const { endsAt, perks } = membership;
  return (
    <>
      <h1>{t('account.membership.title')}</h1>
      <ContinuationOutcome outcome={continued} membership={membership} newsroom={newsroom} />
      <MembershipNews
        outcome={view.outcome}
        membership={membership}
        timeZone={timeZone}
        email={newsroom.contactEmail}
      />
      {endsAt ? (
        <Notice title={t('account.membership.endingTitle', { date: day(endsAt) })}>
          <p>{t('account.membership.ending')}</p>
          <form method="post" action={href('/account/membership/continuation')}>
            <Button>{t('account.membership.continue')}</Button>
          </form>
        </Notice>
      ) : null}
      <PauseLine membership={membership} timeZone={timeZone} now={view.now} />
      <WaitingChange membership={membership} timeZone={timeZone} />
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
      <MembershipActs membership={membership} />
      <FormerMemberships former={earlier.former} timeZone={timeZone} />
    </>
  );
}
