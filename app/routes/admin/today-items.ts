import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { takeOnWork } from '../../domain/work/take-on-work.server.ts';
import {
  nobody,
  parseWorkFilter,
  workKinds,
  workNoteLimit,
  workQuery,
  workStates,
} from '../../domain/work/work.ts';
import { localPath } from '../../kernel/locale.ts';
import { readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  kind: z.enum(workKinds),
  subject: z.string().min(1).max(255),
  owner: z.union([z.literal(nobody), z.uuid()]),
  state: z.enum(workStates),
  note: z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, workNoteLimit)),
  /** The filter of the list that it was done from. */
  back: z.string().max(300).default(''),
});

/** Says whose something is and how far they are, and leads back to the list. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('today.act'));
  const read = form.safeParse(await readForm(args.request));
  const taken = read.success
    ? await takeOnWork(args.context.services, {
        ...{ kind: read.data.kind, subjectId: read.data.subject, actorId: supporter.id },
        ...{ state: read.data.state, note: read.data.note },
        ownerId: read.data.owner === nobody ? null : read.data.owner,
      })
    : null;
  const query = new URLSearchParams(
    workQuery(parseWorkFilter(new URLSearchParams(read.data?.back ?? ''))),
  );
  query.set('done', taken === null ? 'unreadable' : taken.ok ? 'saved' : taken.reason);
  return redirect(localPath(localeOf(args.request), `/admin/today?${query.toString()}`), 303);
}

/** Only a form leads here; somebody who reloads is led to the list. */
export function loader(args: ActionFunctionArgs) {
  return redirect(localPath(localeOf(args.request), '/admin/today'), 302);
}
