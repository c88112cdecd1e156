import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { noteEditor } from '../../domain/articles/writing/read-editor.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}`));
}

/** "I am still here", from the script of an open editor; answers who else is. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  const whose = { articleId, supporterId: supporter.id };
  return Response.json({ others: await noteEditor(args.context.services, whose) });
}
