import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listTiersWithPatrons } from '../../domain/reports/list-tiers-with-patrons.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { TierPart } from '../../ui/admin/tier-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.tiers'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('tiers.view'));
  return { tiers: await listTiersWithPatrons(args.context.services) };
}

export default function TiersPage() {
  const { tiers } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('admin.tiers')}>
        <p className="desk-title__line">{t('admin.tiersDefinition')}</p>
      </PageHead>
      {tiers.length > 0 ? (
        <div className="report-columns report-columns--three">
          {tiers.map((tier) => (
            <TierPart key={tier.id} tier={tier} />
          ))}
        </div>
      ) : (
        <Empty title={t('admin.noTiers')} next={t('admin.noTiersNext')} />
      )}
    </>
  );
}
