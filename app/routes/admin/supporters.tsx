import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { findArticles } from '../../domain/reports/find-articles.server.ts';
import { findSupporters } from '../../domain/reports/find-supporters.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readFilterOptions } from '../../domain/reports/read-filter-options.server.ts';
import { parseSupporterCursor } from '../../domain/reports/supporter-cursor.ts';
import {
  findUnreadable,
  narrows,
  parseSupporterFilter,
  supporterQuery,
} from '../../domain/reports/supporter-filter.ts';
import { findSegment } from '../../domain/segments/read-segment.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ArticleChoice } from '../../ui/admin/article-choice.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { useCount } from '../../ui/admin/segments/use-count.ts';
import { SupporterChips } from '../../ui/admin/supporter-chips.tsx';
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
  const after = parseSupporterCursor(query.get('after'), filter.sort);
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const articleSearch = query.get('article_search')?.trim().slice(0, 200) ?? '';
  const [{ page, count }, options, segment, articles] = await Promise.all([
    findSupporters(ctx, { filter, timeZone, after, limit: rowsShown }),
    readFilterOptions(ctx, filter),
    findSegment(ctx, filter),
    findArticles(ctx, articleSearch),
  ]);
  const said = (name: string) => query.get(name)?.slice(0, 40) ?? '';
  return {
    ...{ filter, page, count, options, segment, articles, articleSearch },
    typed: {
      given_from: said('given_from'),
      given_until: said('given_until'),
      country: said('country'),
      joined: said('joined'),
      first_gift: said('first_gift'),
    },
    unreadable: findUnreadable(query),
    isFirst: after === null,
    mayExport: may(role, 'supporters.export'),
    maySave: may(role, 'views.save'),
  };
}

export default function SupportersPage() {
  const view = useLoaderData<typeof loader>();
  const { filter, page, count, isFirst, segment } = view;
  const { t, href } = useLocale();
  const countOf = useCount();
  const query = supporterQuery(filter);
  const isNarrow = narrows(filter);
  return (
    <>
      <PageHead
        title={segment?.name ?? t('admin.supporters')}
        actions={
          <>
            {segment ? (
              <a href={href(`/admin/segments/${segment.id}`)}>{t('segments.edit')}</a>
            ) : view.maySave && isNarrow ? (
              <a href={href(`/admin/segments/new${query}`)}>{t('segments.save')}</a>
            ) : null}
            {view.mayExport && count.count > 0 ? (
              <a href={`/admin/supporters.csv${query}`}>{t('admin.downloadCsv')}</a>
            ) : null}
          </>
        }
      >
        <p className="desk-title__line">{t('admin.givenDefinition')}</p>
      </PageHead>
      <SupporterSearch {...{ filter, options: view.options }} {...view} />
      <ArticleChoice typed={view.articleSearch} found={view.articles} filter={filter} />
      <p className="filters__said" role="status">
        <strong>{countOf(count)}.</strong> {t(`people.groupDefinition.${filter.group ?? 'all'}`)}
      </p>
      <SupporterChips filter={filter} options={view.options} />
      {page.supporters.length > 0 ? (
        <SupporterTable supporters={page.supporters} />
      ) : isNarrow ? (
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
        newest={isFirst ? null : href(`/admin/supporters${query}`)}
        older={page.next ? href(`/admin/supporters${supporterQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
