import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import {
  readRange,
  readSupporterReport,
} from '../../domain/reports/read-supporter-report.server.ts';
import { findUnreadableDays, rangeQuery } from '../../domain/reports/report-range.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ChargedTable, Waiting } from '../../ui/admin/charged-table.tsx';
import { Glance } from '../../ui/admin/glance.tsx';
import { HistoryChart } from '../../ui/admin/history-chart.tsx';
import { IncomeTable } from '../../ui/admin/income-table.tsx';
import { NewestSupporters } from '../../ui/admin/newest-supporters.tsx';
import { RecurringTable } from '../../ui/admin/recurring-table.tsx';
import { GiftSizes } from '../../ui/admin/overview/gift-sizes.tsx';
import { OverviewHead } from '../../ui/admin/overview/overview-head.tsx';
import { FailuresPart } from '../../ui/admin/recurring/failures-part.tsx';
import { TopArticles } from '../../ui/admin/top-articles.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.reportTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('report.view'));
  const { services } = args.context;
  const query = new URL(args.request.url).searchParams;
  const report = await readSupporterReport(services, await readRange(services, query));
  return { report, bad: findUnreadableDays(query), mayExport: may(role, 'report.export') };
}

export default function ReportPage() {
  const { report, bad, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { range } = report;
  return (
    <>
      <OverviewHead
        range={range}
        csv={mayExport ? `/admin/report.csv?${rangeQuery(range)}` : null}
        bad={bad}
      />
      <Glance report={report} />
      <div className="report-stack">
        <div className="report-columns">
          <div className="report-stack">
            {report.settled.length === 0 ? (
              <Empty
                title={t('admin.noIncome')}
                next={t('admin.noIncomeNext')}
                action={{ label: t('admin.tryDonate'), to: href('/donate') }}
              />
            ) : (
              report.settled.map((income) => (
                <IncomeTable key={income.currency} income={income} range={range} />
              ))
            )}
          </div>
          <NewestSupporters newest={report.newest} />
        </div>
        {report.history.map((history) => (
          <HistoryChart key={history.currency} history={history} range={range} />
        ))}
        <RecurringTable recurring={report.recurring} range={range} />
        <FailuresPart failures={report.failures} days={range} />
        <div className="report-columns">
          <ChargedTable charged={report.charged} days={range} />
          <Waiting waiting={report.waiting} days={range} />
        </div>
        <GiftSizes sizes={report.sizes} range={range} />
        <TopArticles articles={report.articles} days={range} />
      </div>
    </>
  );
}
