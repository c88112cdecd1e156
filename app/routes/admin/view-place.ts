import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { moveView } from '../../domain/views/move-view.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { viewReader } from './page-views.server.ts';

const form = z.object({ to: z.enum(['up', 'down']) });

/** Who signs in on the way here has nothing to post any more. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/views'), 302);
}

/** Moves a view by one. At the edge of its list the list just shows how it stands. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const viewer = await requireRole(args, rolesWith('views.save'));
  const id = z.uuid().safeParse(args.params['id']);
  const parsed = await parseForm(args.request, form);
  if (!id.success || !parsed.ok) throw new Response(null, { status: 400 });
  const moved = await moveView(args.context.services, {
    ...{ viewId: id.data, to: parsed.value.to, actor: viewReader(viewer) },
  });
  const path = moved.ok ? '/admin/views?done=moved' : '/admin/views';
  return redirect(localPath(localeOf(args.request), path), 303);
}
