import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readRange } from '../../domain/reports/read-supporter-report.server.ts';
import { readRecurringReport } from '../../domain/reports/recurring/read-recurring-report.server.ts';
import { findUnreadableDays, rangeQuery } from '../../domain/reports/report-range.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { RangeLine } from '../../ui/admin/overview/overview-head.tsx';
import { RangeForm } from '../../ui/admin/overview/range-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { FailuresPart } from '../../ui/admin/recurring/failures-part.tsx';
import { RecurringGlance } from '../../ui/admin/recurring/recurring-glance.tsx';
import { RevenuePart } from '../../ui/admin/recurring/revenue-part.tsx';
import { TierPart } from '../../ui/admin/recurring/tier-part.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('recurring.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('report.view'));
  const { services } = args.context;
  const query = new URL(args.request.url).searchParams;
  const report = await readRecurringReport(services, await readRange(services, query));
  return { report, bad: findUnreadableDays(query), mayExport: may(role, 'report.export') };
}

export default function RecurringPage() {
  const { report, bad, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { range, currencies } = report;
  return (
    <>
      <PageHead
        title={t('recurring.title')}
        actions={
          mayExport ? (
            <a href={`/admin/recurring.csv?${rangeQuery(range)}`}>{t('admin.downloadCsv')}</a>
          ) : null
        }
      >
        <RangeLine range={range} />
      </PageHead>
      <RangeForm range={range} path="/admin/recurring" bad={bad} />
      {currencies.length === 0 ? (
        <Empty
          title={t('admin.noMrr')}
          next={t('admin.noMrrNext')}
          action={{ label: t('admin.tryJoin'), to: href('/join') }}
        />
      ) : (
        <>
          <RecurringGlance report={report} />
          <div className="report-stack" id="steps">
            {currencies.map((revenue) => (
              <RevenuePart key={revenue.currency} revenue={revenue} range={range} />
            ))}
            <TierPart report={report} />
            <FailuresPart failures={report.failures} days={range} />
          </div>
        </>
      )}
    </>
  );
}
