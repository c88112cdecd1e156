import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { differingFields } from '../../domain/articles/writing/differences.ts';
import { readRevision } from '../../domain/articles/writing/read-revisions.server.ts';
import { sameWords, wordsOf } from '../../domain/articles/writing/words.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { RevisionView } from '../../ui/admin/writing/revision.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { requireRole } from '../../web/guards.server.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.revisions'), isIndexed: false });
};

export const headers = privatePage;

const nothing = { headline: '', dek: '', body: '', teaser: '' };

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const article = await articleOf(args);
  const { articleId } = article;
  const typed = args.params['number'] ?? '';
  const number = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0;
  const revision = await readRevision(args.context.services, { articleId, number });
  if (!revision) throw new Response(null, { status: 404 });
  const { words, before, ...facts } = revision;
  return {
    ...{ article, revision: facts, words },
    changes: differingFields(before ?? nothing, words),
    isNow: sameWords(words, wordsOf(article.fields)),
  };
}

export default function RevisionPage() {
  const loaded = useLoaderData<typeof loader>();
  return <RevisionView {...loaded} />;
}
