import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { retryStuck } from '../../domain/pipeline/resolve-stuck.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { pipelineItem } from './pipeline-item.ts';

/** Tries one thing again that stood still. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('pipeline.act'));
  const item = pipelineItem.safeParse(await readForm(args.request));
  const retried = item.success
    ? await retryStuck(args.context.services, { item: item.data, actorId: supporter.id })
    : null;
  const done = retried?.ok ? 'retried' : 'not_stuck';
  return redirect(localPath(localeOf(args.request), `/admin/pipeline?done=${done}`), 303);
}

/** Only a form leads here; somebody who reloads is led to the list. */
export function loader(args: ActionFunctionArgs) {
  return redirect(localPath(localeOf(args.request), '/admin/pipeline'), 302);
}
