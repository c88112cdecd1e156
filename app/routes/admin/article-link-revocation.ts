import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { revokeDraftLink } from '../../domain/articles/previews/revoke-draft-link.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  return redirect(localPath(localeOf(args.request), `/admin/articles/${articleId}/links`));
}

/** Closes a link. One that has ended meanwhile is closed as well. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  const linkId = z.uuid().safeParse(args.params['link']);
  if (!linkId.success) throw new Response(null, { status: 404 });
  await revokeDraftLink(args.context.services, {
    ...{ actorId: supporter.id, articleId, linkId: linkId.data },
  });
  const to = `/admin/articles/${articleId}/links?done=revoked`;
  return redirect(localPath(localeOf(args.request), to), 303);
}
