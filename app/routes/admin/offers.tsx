import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { listOffers } from '../../domain/offers/list-offers.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { OfferTable } from '../../ui/admin/offers/offer-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const offersShown = 200;

const notices: Readonly<Record<string, MessageKey>> = {
  made: 'offers.made',
  waiting: 'offers.madeWaiting',
  ended: 'offers.ended',
  already_ended: 'offers.alreadyEnded',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('offers.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('offers.view'));
  const ctx = args.context.services;
  const [offers, tiers] = await Promise.all([listOffers(ctx, offersShown), listTiers(ctx)]);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    offers,
    tiers: tiers.map(({ slug, name }) => ({ slug, name })),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    appUrl: ctx.env.appUrl,
    mayAct: may(role, 'offers.act'),
  };
}

export default function OffersPage() {
  const { offers, tiers, notice, appUrl, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('offers.title')}
        actions={
          mayAct ? <ButtonLink to={href('/admin/offers/new')}>{t('offers.new')}</ButtonLink> : null
        }
      >
        <p className="desk-title__line">{t('offers.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      {offers.length > 0 ? (
        <OfferTable offers={offers} tiers={tiers} appUrl={appUrl} mayAct={mayAct} />
      ) : (
        <Empty title={t('offers.none')} next={t('offers.noneNext')} />
      )}
    </>
  );
}
