import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { changeQuery, parseChangeFilter } from '../../domain/reports/recurring/change-filter.ts';
import { listChanges, sumChanges } from '../../domain/reports/recurring/list-changes.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { translatorFor } from '../../messages/translate.ts';
import { sum, wholeNumber } from '../../ui/admin/figures.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { ChangeFilters } from '../../ui/admin/recurring/change-filters.tsx';
import { ChangeTable } from '../../ui/admin/recurring/change-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('changes.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('supporters.view'));
  const query = new URL(args.request.url).searchParams;
  const filter = parseChangeFilter(query);
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, sums] = await Promise.all([
    listChanges(ctx, { filter, timeZone, after, limit: rowsShown }),
    sumChanges(ctx, { filter, timeZone }),
  ]);
  return { filter, page, sums, isFirst: after === null, mayExport: may(role, 'supporters.export') };
}

export default function RecurringChangesPage() {
  const { filter, page, sums, isFirst, mayExport } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const path = (after?: string) => href(`/admin/recurring/changes${changeQuery(filter, after)}`);
  const amounts = sums.sums.map(({ amountMinor, currency }) =>
    sum(money(amountMinor, currency), locale),
  );
  return (
    <>
      <PageHead
        title={t('changes.title')}
        actions={
          <>
            <a href={href('/admin/recurring')}>{t('recurring.title')}</a>
            {mayExport && page.changes.length > 0 ? (
              <a href={`/admin/recurring/changes.csv${changeQuery(filter)}`}>
                {t('admin.downloadCsv')}
              </a>
            ) : null}
          </>
        }
      >
        <p className="desk-title__line">{t('changes.definition')}</p>
      </PageHead>
      <ChangeFilters filter={filter} />
      {page.changes.length > 0 ? (
        <>
          <p className="filters__said" role="status">
            <strong>
              {sums.isMore
                ? t('changes.foundMore', { count: wholeNumber(sums.count, locale) })
                : t('changes.found', { count: sums.count })}
              .
            </strong>{' '}
            {amounts.length > 0
              ? t('changes.comesTo', {
                  sums: new Intl.ListFormat(locale, { type: 'unit' }).format(amounts),
                })
              : null}
          </p>
          <ChangeTable changes={page.changes} />
        </>
      ) : (
        <Empty
          title={t('changes.none')}
          next={t('changes.noneNext')}
          action={{ label: t('recurring.title'), to: href('/admin/recurring') }}
        />
      )}
      <Pager newest={isFirst ? null : path()} older={page.next ? path(page.next) : null} />
    </>
  );
}
