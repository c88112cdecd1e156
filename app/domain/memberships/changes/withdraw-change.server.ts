import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { takeOver } from './current-facts.server.ts';
import { readLive } from '../ending/read-live.server.ts';
import { changeFailure } from './preview-change.server.ts';

export type WithdrawFailure =
  'no_membership' | 'nothing_scheduled' | 'payments_unavailable' | 'payments_refused';

/**
 * Takes back a change that waits for the end of the period. Safe to repeat.
 */
export async function withdrawChange(
  ctx: Ctx,
  input: { supporterId: string },
): Promise<Result<null, WithdrawFailure>> {
  const row = await readLive(ctx, { supporterId: input.supporterId });
  if (!row?.stripeSubscriptionId) return fail('no_membership');
  if (!row.nextChangeAt) return fail('nothing_scheduled');
  const released = await ctx.payments.releaseSchedule(
    row.stripeSubscriptionId,
    `withdraw:${row.id}:${row.stripeScheduleId ?? ''}`,
  );
  if (!released.ok) return fail(changeFailure(released.reason));
  await takeOver(ctx, released.value);
  return ok(null);
}
