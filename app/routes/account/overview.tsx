import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import { listSupporterPayments } from '../../domain/ledger/list-payments.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DonorOffer } from '../../ui/account/donor-offer.tsx';
import { ComeBack } from '../../ui/account/ending/come-back.tsx';
import { ExtrasLine } from '../../ui/account/extras-line.tsx';
import { MembershipFacts } from '../../ui/account/membership-facts.tsx';
import { summariseMembership } from '../../ui/account/membership-summary.ts';
import { toPaymentLine } from '../../ui/account/payment-line.ts';
import { PaymentTable } from '../../ui/account/payment-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { donorOfferView } from '../giving/donor-offer-view.server.ts';
import { readReturnView } from './return-view.server.ts';

const latestShown = 5;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.overview.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, role } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership, payments, entitlement, offer, earlier] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
    listSupporterPayments(ctx, supporter.id),
    decideEntitlement(ctx, { supporterId: supporter.id, role }),
    donorOfferView(ctx, { supporterId: supporter.id, locale: localeOf(args.request) }),
    readReturnView(ctx, supporter.id),
  ]);
  return {
    email: supporter.email,
    timeZone: newsroom.timeZone,
    membership: membership && summariseMembership(membership),
    payments: payments.slice(0, latestShown).map(toPaymentLine),
    entitlement,
    earlier,
    // Who was a patron before is asked to come back instead.
    offer: membership ? null : offer,
  };
}

export default function Overview() {
  const view = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { membership, timeZone } = view;
  const isPatron = membership !== null && membership.standing !== 'ended';
  const hasGiven = isPatron || view.payments.length > 0;
  return (
    <>
      <h1>{t('account.overview.title')}</h1>
      <p className="meta">{t('account.overview.signedInAs', { email: view.email })}</p>
      {hasGiven ? (
        <p>{t(isPatron ? 'account.overview.thanksPatron' : 'account.overview.thanksDonor')}</p>
      ) : (
        <p>{t('account.overview.nothing', { email: view.email })}</p>
      )}
      {isPatron ? (
        <section className="account__part" aria-labelledby="membership">
          <h2 id="membership">{t('account.overview.membership')}</h2>
          <MembershipFacts membership={membership} timeZone={timeZone} />
          <p className="account__acts">
            <a href={href('/account/membership')}>{t('account.overview.manage')}</a>
            {membership.standing === 'active' ? (
              <a href={href('/account/membership/change')}>{t('ending.overview.change')}</a>
            ) : null}
            <a href={href('/account/membership/card')}>{t('account.membership.card')}</a>
          </p>
        </section>
      ) : null}
      <section className="account__part" aria-labelledby="extras">
        <h2 id="extras">{t('account.overview.extras')}</h2>
        <ExtrasLine entitlement={view.entitlement} timeZone={timeZone} />
      </section>
      {view.payments.length > 0 ? (
        <section className="account__part" aria-labelledby="payments">
          <h2 id="payments">{t('account.overview.payments')}</h2>
          <PaymentTable
            payments={view.payments}
            timeZone={timeZone}
            caption={t('account.overview.payments')}
          />
          <p className="account__acts">
            <a href={href('/account/payments')}>{t('account.overview.allPayments')}</a>
            <a href={href('/account/statements')}>{t('ending.overview.statements')}</a>
          </p>
        </section>
      ) : null}
      {view.offer ? <DonorOffer offer={view.offer} /> : null}
      {isPatron || view.offer ? null : <ComeBack {...view.earlier} timeZone={timeZone} />}
    </>
  );
}
