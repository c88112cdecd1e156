import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  articleQuery,
  narrowsArticles,
  parseArticleCursor,
  parseArticleFilter,
} from '../../domain/reports/article-filter.ts';
import {
  listArticles,
  readArticleFilterOptions,
} from '../../domain/reports/list-articles.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ArticleTable } from '../../ui/admin/article-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { ArticleChips, ArticleFilters } from '../../ui/admin/writing/filters.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.articles'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('articles.view'));
  const query = new URL(args.request.url).searchParams;
  const filter = parseArticleFilter(query);
  const after = parseArticleCursor(query.get('after'), filter.sort);
  const ctx = args.context.services;
  const [page, options] = await Promise.all([
    listArticles(ctx, { filter, after, limit: rowsShown }),
    readArticleFilterOptions(ctx),
  ]);
  return {
    ...{ filter, page, options },
    isFirst: after === null,
    isEditor: may(role, 'articles.act'),
    mayExport: may(role, 'report.export'),
  };
}

export default function ArticlesPage() {
  const { filter, page, options, ...view } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const query = articleQuery(filter);
  return (
    <>
      <PageHead
        title={t('admin.articles')}
        actions={
          <>
            {view.mayExport && page.articles.length > 0 ? (
              <a href={`/admin/articles.csv${query}`}>{t('admin.downloadCsv')}</a>
            ) : null}
            {view.isEditor ? (
              <>
                <a href={href('/admin/articles/import')}>{t('import.title')}</a>
                <ButtonLink to={href('/admin/articles/new')} look="accent" isSmall>
                  {t('writing.new')}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      >
        <p className="desk-title__line">{t('admin.articlesDefinition')}</p>
      </PageHead>
      <ArticleFilters filter={filter} options={options} />
      <ArticleChips filter={filter} options={options} />
      {page.articles.length > 0 ? (
        <ArticleTable
          articles={page.articles}
          isEditable={view.isEditor}
          hasEdited={filter.sort === 'edited'}
        />
      ) : narrowsArticles(filter) ? (
        <Empty
          title={t('articles.none')}
          next={t('articles.noneNext')}
          action={{ label: t('articles.showAll'), to: href('/admin/articles') }}
        />
      ) : (
        <Empty title={t('admin.noArticles')} next={t('admin.noArticlesNext')} />
      )}
      <Pager
        newest={view.isFirst ? null : href(`/admin/articles${query}`)}
        older={page.next ? href(`/admin/articles${articleQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
