import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { readRevision } from '../../domain/articles/writing/read-revisions.server.ts';
import { writeArticle } from '../../domain/articles/writing/write-article.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';

const form = z.object({
  number: z.coerce.number().int().min(1).max(999_999_999),
  version: z.coerce.number().int().min(1),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}/revisions`));
}

/** Brings the words of an older revision back, as a new one. Everything else stays as it is. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const article = await articleOf(args);
  const { articleId } = article;
  const parsed = await parseForm(args.request, form);
  const number = parsed.ok ? parsed.value.number : 0;
  const revision = await readRevision(ctx, { articleId, number });
  if (!parsed.ok || !revision) throw new Response(null, { status: 404 });
  const done = await writeArticle(ctx, {
    ...{ actorId: supporter.id, articleId, version: parsed.value.version, isTold: false },
    fields: { ...article.fields, ...revision.words },
    restoredFrom: number,
  });
  const to = done.ok ? '?done=restored' : `/revisions/${number}?failed=${done.reason}`;
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}${to}`), 303);
}
