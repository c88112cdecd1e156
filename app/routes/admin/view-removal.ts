import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { deleteView } from '../../domain/views/delete-view.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { viewReader } from './page-views.server.ts';

/** Only a form leads here; somebody who reloads is led to the list. */
export function loader(args: ActionFunctionArgs) {
  return redirect(localPath(localeOf(args.request), '/admin/views'), 302);
}

/** Forgets a view. One that is gone already, or is not theirs, just isn't in the answer. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const viewer = await requireRole(args, rolesWith('views.save'));
  const id = z.uuid().safeParse(args.params['id']);
  const deleted = id.success
    ? await deleteView(args.context.services, { viewId: id.data, actor: viewReader(viewer) })
    : null;
  const path = deleted?.ok ? '/admin/views?done=deleted' : '/admin/views';
  return redirect(localPath(localeOf(args.request), path), 303);
}
