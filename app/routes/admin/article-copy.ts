import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import {
  dropWorkingCopy,
  keepWorkingCopy,
} from '../../domain/articles/writing/read-editor.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { largestArticleBytes, typedArticle } from './article-form.ts';
import { articleOf } from './article-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}`));
}

/** What an editor has typed and not saved, from the script while they type; `drop` throws it away. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const article = await articleOf(args);
  const { articleId } = article;
  const whose = { articleId, supporterId: supporter.id };
  const typed = await readForm(args.request, largestArticleBytes);
  if (typed['drop'] === '1') {
    await dropWorkingCopy(ctx, whose);
    const page = `/admin/articles/${articleId}?done=dropped`;
    return redirect(localPath(localeOf(args.request), page), 303);
  }
  // Only what the form has: an address that anyone may post to is no storage.
  const known = Object.keys(typedArticle(article.fields, article.version));
  const fields = Object.fromEntries(known.map((name) => [name, typed[name] ?? '']));
  const version = Number(typed['version']);
  const savedAt = await keepWorkingCopy(ctx, {
    ...whose,
    version: Number.isSafeInteger(version) ? version : article.version,
    fields,
  });
  return Response.json({ savedAt: savedAt.toISOString() });
}
