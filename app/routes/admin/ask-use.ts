import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { putAskToUse } from '../../domain/asks/order-asks.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ use: z.enum(['yes', 'no']) });

/** Who signs in on the way here has nothing to post any more. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/asks'), 302);
}

/** Takes an ask out of use, or puts it back. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const id = z.uuid().safeParse(args.params['id']);
  const parsed = await parseForm(args.request, form);
  if (!id.success || !parsed.ok) throw new Response(null, { status: 400 });
  const isActive = parsed.value.use === 'yes';
  const done = await putAskToUse(args.context.services, {
    ...{ actorId: supporter.id, askId: id.data, isActive },
  });
  if (!done.ok) throw new Response(null, { status: 404 });
  const path = `/admin/asks?done=${isActive ? 'returned' : 'retired'}`;
  return redirect(localPath(localeOf(args.request), path), 303);
}
