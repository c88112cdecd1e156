import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listRetiredTiers } from '../../domain/memberships/prices/list-retired-tiers.server.ts';
import { listTiersWithPatrons } from '../../domain/reports/list-tiers-with-patrons.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { TierPart } from '../../ui/admin/tier-table.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.tiers'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('tiers.view'));
  const ctx = args.context.services;
  const [tiers, retired] = await Promise.all([listTiersWithPatrons(ctx), listRetiredTiers(ctx)]);
  return { tiers, retired, mayAct: may(role, 'tiers.act') };
}

export default function TiersPage() {
  const { tiers, retired, mayAct } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('admin.tiers')}
        actions={
          mayAct ? <ButtonLink to={href('/admin/tiers/new')}>{t('tiers.add')}</ButtonLink> : null
        }
      >
        <p className="desk-title__line">{t('admin.tiersDefinition')}</p>
      </PageHead>
      {tiers.length > 0 ? (
        <div className="report-columns report-columns--three">
          {tiers.map((tier) => (
            <TierPart key={tier.id} tier={tier} mayAct={mayAct} />
          ))}
        </div>
      ) : (
        <Empty title={t('admin.noTiers')} next={t('admin.noTiersNext')} />
      )}
      {retired.length > 0 ? (
        <ReportPart
          id="retired"
          title={t('tiers.retired')}
          definition={t('tiers.retiredDefinition')}
        >
          <ul>
            {retired.map(({ id, name }) => (
              <li key={id}>
                {mayAct ? <a href={href(`/admin/tiers/${id}`)}>{name[locale]}</a> : name[locale]}
              </li>
            ))}
          </ul>
        </ReportPart>
      ) : null}
    </>
  );
}
