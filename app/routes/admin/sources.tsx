import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readRange } from '../../domain/reports/read-supporter-report.server.ts';
import { findUnreadableDays, rangeQuery } from '../../domain/reports/report-range.ts';
import { readSources } from '../../domain/reports/sources/read-sources.server.ts';
import { parseSourceQuestion, sourceFields } from '../../domain/reports/sources/source.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { RangeLine } from '../../ui/admin/overview/overview-head.tsx';
import { RangeForm } from '../../ui/admin/overview/range-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SourcePager } from '../../ui/admin/sources/source-pager.tsx';
import { SourceTable } from '../../ui/admin/sources/source-table.tsx';
import { SourceTabs } from '../../ui/admin/sources/source-tabs.tsx';
import { sourcesPath } from '../../ui/admin/sources/sources-path.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('sources.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('report.view'));
  const { services } = args.context;
  const { pathname, searchParams: query } = new URL(args.request.url);
  const range = await readRange(services, query);
  const report = await readSources(services, {
    question: parseSourceQuestion(query),
    ...{ days: range, locale: localeOfPath(pathname), limit: rowsShown },
  });
  return { range, report, bad: findUnreadableDays(query), mayExport: may(role, 'report.export') };
}

export default function SourcesPage() {
  const { range, report, bad, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { question, currency, rows } = report;
  const { page: _, ...kept } = question;
  return (
    <>
      <PageHead
        title={t('sources.title')}
        actions={
          mayExport && rows.length > 0 ? (
            <a href={`/admin/sources.csv?${rangeQuery(range)}&by=${question.by}`}>
              {t('admin.downloadCsv')}
            </a>
          ) : null
        }
      >
        <RangeLine range={range} />
      </PageHead>
      <RangeForm range={range} path="/admin/sources" kept={sourceFields(kept)} bad={bad} />
      <SourceTabs report={report} range={range} />
      {currency === null ? (
        <Empty title={t('sources.empty')} next={t('sources.emptyNext')} />
      ) : rows.length === 0 ? (
        <Empty
          title={t('sources.noneOnPage')}
          action={{ label: t('sources.toFirst'), to: href(sourcesPath(range, kept)) }}
        />
      ) : (
        <SourceTable report={report} currency={currency} range={range} />
      )}
      <SourcePager report={report} range={range} />
    </>
  );
}
