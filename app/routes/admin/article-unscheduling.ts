import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { unscheduleArticle } from '../../domain/articles/writing/publish-article.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}/publication`));
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  const done = await unscheduleArticle(args.context.services, {
    actorId: supporter.id,
    articleId,
  });
  const said = done.ok ? '?done=unscheduled' : '';
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}${said}`), 303);
}
