import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import type { Result } from '../../kernel/result.ts';
import { localPath } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import type { Services } from '../../services.server.ts';

/** Why an act on a membership did not happen: all that its use cases can say. */
export type ActFailure =
  | 'no_membership'
  | 'already_scheduled'
  | 'not_scheduled'
  | 'payments_unavailable'
  | 'payments_refused'
  | 'payment_failing'
  | 'ending'
  | 'already_paused'
  | 'change_scheduled'
  | 'postponed'
  | 'not_paused';

/** The membership that the address names, for somebody who may act on it. @throws Response 404 */
export async function readActedOn(args: LoaderFunctionArgs) {
  const { supporter: actor } = await requireRole(args, rolesWith('memberships.act'));
  const id = z.uuid().safeParse(args.params['id']);
  const found = id.success ? await readMembershipById(args.context.services, id.data) : null;
  if (!found?.supporterId) throw new Response(null, { status: 404 });
  const { tierName, amount } = found.membership;
  const membership = { id: found.membership.id, supporterId: found.supporterId, tierName, amount };
  return { actorId: actor.id, membership };
}

export interface Act<Value> {
  readonly ctx: Services;
  readonly membershipId: string;
  readonly actorId: string;
  readonly value: Value;
}

/** Checks the form, does the act, and leads back to the person; or answers with what is wrong. */
export async function act<Schema extends z.ZodType>(
  args: ActionFunctionArgs,
  schema: Schema,
  perform: (act: Act<z.output<Schema>>) => Promise<Result<unknown, ActFailure>>,
) {
  assertSameOrigin(args.request);
  const { actorId, membership } = await readActedOn(args);
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const done = await perform({
    ...{ ctx: args.context.services, membershipId: membership.id, actorId, value: parsed.value },
  });
  if (done.ok) {
    const to = `/admin/supporters/${membership.supporterId}?done=membership`;
    return redirect(localPath(localeOf(args.request), to), 303);
  }
  const message: MessageKey = `deskSupporter.act.error.${done.reason}`;
  const errors: FieldErrors = { form: message };
  const status = done.reason === 'payments_unavailable' ? 503 : 409;
  return data({ errors, typed }, { status });
}
