import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { listArticles } from '../../domain/reports/list-articles.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ArticleTable } from '../../ui/admin/article-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
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
  await requireRole(args, rolesWith('articles.view'));
  const after = parseCursor(new URL(args.request.url).searchParams.get('after'));
  const page = await listArticles(args.context.services, { after, limit: rowsShown });
  return { page, isFirst: after === null };
}

export default function ArticlesPage() {
  const { page, isFirst } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('admin.articles')}>
        <p className="desk-title__line">{t('admin.articlesDefinition')}</p>
      </PageHead>
      {page.articles.length > 0 ? (
        <ArticleTable articles={page.articles} />
      ) : (
        <Empty title={t('admin.noArticles')} next={t('admin.noArticlesNext')} />
      )}
      <Pager
        newest={isFirst ? null : href('/admin/articles')}
        older={page.next ? href(`/admin/articles?after=${page.next}`) : null}
      />
    </>
  );
}
