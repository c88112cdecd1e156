import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { keepName } from '../../domain/wall/keep-wall.server.ts';
import { formatPlace, parsePlace } from '../../domain/wall/wall.ts';
import { localPath } from '../../kernel/locale.ts';
import type { RequestArgs } from '../../web/context.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  kind: z.enum(['donation', 'membership']),
  id: z.uuid(),
  after: z
    .string()
    .optional()
    .transform((value) => parsePlace(value ?? null)),
});

/** What both buttons beside a name do, and back to the page they stood on. */
export async function keepWall(
  args: RequestArgs,
  { isHidden }: { isHidden: boolean },
): Promise<Response> {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('wall.act'));
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  const { kind, id, after } = parsed.value;
  const isThere = await keepName(args.context.services, {
    actorId: supporter.id,
    ...{ kind, id, isHidden },
  });
  const query = new URLSearchParams({
    ...(after ? { after: formatPlace(after) } : {}),
    ...(isThere ? {} : { gone: '' }),
  });
  const path = query.size > 0 ? `/admin/wall?${query}` : '/admin/wall';
  return redirect(localPath(localeOf(args.request), path), 303);
}
