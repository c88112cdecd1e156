import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

/** Has the nightly comparison run now. It changes nothing but what is out of step, so it needs no asking twice. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  await requireRole(args, rolesWith('reconciliation.act'));
  const { jobs, db } = args.context.services;
  await jobs.enqueue(db, 'reconcile-nightly', {});
  return redirect(localPath(localeOf(args.request), '/admin/reconciliation?done=queued'), 303);
}

/** Only a form leads here; somebody who reloads is led to the list. */
export function loader(args: ActionFunctionArgs) {
  return redirect(localPath(localeOf(args.request), '/admin/reconciliation'), 302);
}
