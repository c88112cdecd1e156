import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { countSupporters, listSupporters } from '../../domain/reports/list-supporters.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { parseSupporterFilter, supporterQuery } from '../../domain/reports/supporter-filter.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { SupporterSearch } from '../../ui/admin/supporter-search.tsx';
import { SupporterTable } from '../../ui/admin/supporter-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.supporters'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('supporters.view'));
  const query = new URL(args.request.url).searchParams;
  const filter = parseSupporterFilter(query);
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, count] = await Promise.all([
    listSupporters(ctx, { filter, timeZone, after, limit: rowsShown }),
    countSupporters(ctx, { filter, timeZone }),
  ]);
  return {
    filter,
    page,
    count,
    isFirst: after === null,
    mayExport: may(role, 'supporters.export'),
  };
}

export default function SupportersPage() {
  const { filter, page, count, isFirst, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const isFiltered = filter.search !== null || filter.group !== null;
  return (
    <>
      <PageHead
        title={t('admin.supporters')}
        actions={
          mayExport && count > 0 ? (
            <a href={`/admin/supporters.csv${supporterQuery(filter)}`}>{t('admin.downloadCsv')}</a>
          ) : null
        }
      >
        <p className="desk-title__line">{t('admin.givenDefinition')}</p>
      </PageHead>
      <SupporterSearch filter={filter} count={t('admin.found', { count })} />
      {page.supporters.length > 0 ? (
        <SupporterTable supporters={page.supporters} />
      ) : isFiltered ? (
        <Empty
          title={t('admin.noSupporters')}
          next={t('admin.noSupportersNext')}
          action={{ label: t('admin.showEveryone'), to: href('/admin/supporters') }}
        />
      ) : (
        <Empty
          title={t('admin.noSupportersYet')}
          next={t('admin.noSupportersYetNext')}
          action={{ label: t('admin.tryDonate'), to: href('/donate') }}
        />
      )}
      <Pager
        newest={isFirst ? null : href(`/admin/supporters${supporterQuery(filter)}`)}
        older={page.next ? href(`/admin/supporters${supporterQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
