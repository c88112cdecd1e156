import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { deleteSegment } from '../../domain/segments/delete-segment.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

/** Only a form leads here; somebody who reloads is led to the list. */
export function loader(args: ActionFunctionArgs) {
  return redirect(localPath(localeOf(args.request), '/admin/segments'), 302);
}

/** Forgets a segment. One that is gone already is as well forgotten. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('views.save'));
  const id = z.uuid().safeParse(args.params['id']);
  if (id.success) {
    await deleteSegment(args.context.services, { segmentId: id.data, actorId: supporter.id });
  }
  return redirect(localPath(localeOf(args.request), '/admin/segments?done=deleted'), 303);
}
