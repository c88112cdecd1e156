import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listRevisions } from '../../domain/articles/writing/read-revisions.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { RevisionList } from '../../ui/admin/writing/revisions.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { requireRole } from '../../web/guards.server.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.revisions'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const article = await articleOf(args);
  const typed = Number(new URL(args.request.url).searchParams.get('before'));
  const before = Number.isSafeInteger(typed) && typed > 0 && typed < 2 ** 31 ? typed : null;
  const page = await listRevisions(args.context.services, {
    ...{ articleId: article.articleId, before, limit: rowsShown },
  });
  return { article, page, isFirst: before === null };
}

export default function RevisionsPage() {
  const { article, page, isFirst } = useLoaderData<typeof loader>();
  return <RevisionList article={article} page={page} isFirst={isFirst} />;
}
