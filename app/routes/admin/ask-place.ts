import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { moveAsk } from '../../domain/asks/order-asks.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ to: z.enum(['up', 'down']) });

/** Who signs in on the way here has nothing to post any more. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/asks'), 302);
}

/** Moves an ask by one. At the edge of the list, or when it is out of use by now, the list just shows how it stands. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const id = z.uuid().safeParse(args.params['id']);
  const parsed = await parseForm(args.request, form);
  if (!id.success || !parsed.ok) throw new Response(null, { status: 400 });
  const moved = await moveAsk(args.context.services, {
    ...{ actorId: supporter.id, askId: id.data, to: parsed.value.to },
  });
  const path = moved.ok ? '/admin/asks?done=moved' : '/admin/asks';
  return redirect(localPath(localeOf(args.request), path), 303);
}
