import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { moveSection } from '../../domain/articles/sections/write-section.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ to: z.enum(['up', 'down']) });

/** Who signs in on the way here has nothing to post any more. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/sections'), 302);
}

/** Moves a section by one. At the edge of the list the list just shows how it stands. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  const moved = await moveSection(args.context.services, {
    ...{ slug: args.params['slug'] ?? '', actorId: supporter.id, to: parsed.value.to },
  });
  const path = moved.ok ? '/admin/sections?done=moved' : '/admin/sections';
  return redirect(localPath(localeOf(args.request), path), 303);
}
