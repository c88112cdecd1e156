import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readSupporterReport } from '../../domain/reports/read-supporter-report.server.ts';
import { parseMonth } from '../../domain/reports/report-month.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ChargedTable, Waiting } from '../../ui/admin/charged-table.tsx';
import { Glance } from '../../ui/admin/glance.tsx';
import { HistoryChart } from '../../ui/admin/history-chart.tsx';
import { IncomeTable } from '../../ui/admin/income-table.tsx';
import { NewestSupporters } from '../../ui/admin/newest-supporters.tsx';
import { RecurringTable } from '../../ui/admin/recurring-table.tsx';
import { ReportHead } from '../../ui/admin/report-head.tsx';
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
  const month = parseMonth(new URL(args.request.url).searchParams.get('month'));
  const report = await readSupporterReport(args.context.services, { month });
  return { report, mayExport: may(role, 'report.export') };
}

export default function ReportPage() {
  const { report, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { period } = report;
  return (
    <>
      <ReportHead
        period={period}
        csv={mayExport ? `/admin/report.csv?month=${period.month}` : null}
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
                <IncomeTable key={income.currency} income={income} period={period} />
              ))
            )}
          </div>
          <NewestSupporters newest={report.newest} />
        </div>
        {report.history.map((history) => (
          <HistoryChart key={history.currency} history={history} period={period} />
        ))}
        <RecurringTable recurring={report.recurring} period={period} />
        <div className="report-columns">
          <ChargedTable charged={report.charged} month={period.month} />
          <Waiting waiting={report.waiting} month={period.month} />
        </div>
        <TopArticles articles={report.articles} month={period.month} />
      </div>
    </>
  );
}
