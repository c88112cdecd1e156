import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readRange } from '../../domain/reports/read-supporter-report.server.ts';
import { readRetentionReport } from '../../domain/reports/recurring/read-retention-report.server.ts';
import { findUnreadableDays, rangeQuery } from '../../domain/reports/report-range.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { RangeLine } from '../../ui/admin/overview/overview-head.tsx';
import { RangeForm } from '../../ui/admin/overview/range-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ChurnPart } from '../../ui/admin/retention/churn-part.tsx';
import { CohortPart } from '../../ui/admin/retention/cohort-part.tsx';
import { LifetimePart } from '../../ui/admin/retention/lifetime-part.tsx';
import { ReasonsPart } from '../../ui/admin/retention/reasons-part.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('retention.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('report.view'));
  const { services } = args.context;
  const query = new URL(args.request.url).searchParams;
  const report = await readRetentionReport(
    services,
    await readRange(services, query),
    query.get('by'),
  );
  return { report, bad: findUnreadableDays(query), mayExport: may(role, 'report.export') };
}

export default function RetentionPage() {
  const { report, bad, mayExport } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  const { range, measure } = report;
  const by = measure === 'people' ? '' : `&by=${measure}`;
  return (
    <>
      <PageHead
        title={t('retention.title')}
        actions={
          mayExport ? (
            <a href={`/admin/retention.csv?${rangeQuery(range)}${by}`}>{t('admin.downloadCsv')}</a>
          ) : null
        }
      >
        <RangeLine range={range} />
      </PageHead>
      <RangeForm
        range={range}
        path="/admin/retention"
        kept={measure === 'people' ? {} : { by: measure }}
        bad={bad}
      />
      <div className="report-stack">
        <CohortPart report={report} />
        <ReasonsPart report={report} />
        <LifetimePart report={report} />
        <ChurnPart report={report} />
      </div>
    </>
  );
}
