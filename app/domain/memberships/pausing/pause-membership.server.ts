import { toUnix } from '../../../kernel/dates.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { SubscriptionFacts } from '../../ports/payments.ts';
import { changeFailure } from '../changes/preview-change.server.ts';
import { readFactsNow, takeOver } from '../changes/current-facts.server.ts';
import type { Membership } from '../converge-membership.server.ts';
import { isLive } from '../membership.ts';
import { readLive } from '../ending/read-live.server.ts';
import {
  type PauseBarrier,
  type PauseDates,
  type PauseMonths,
  pauseBarrierOf,
  pauseDates,
} from './pause.ts';

export type PauseFailure =
  'no_membership' | PauseBarrier | 'payments_unavailable' | 'payments_refused';

/** A membership that can be paused, as Stripe has it now. */
export async function readPausable(
  ctx: Ctx,
  supporterId: string,
): Promise<Result<{ row: Membership; facts: SubscriptionFacts }, PauseFailure>> {
  const row = await readLive(ctx, { supporterId });
  if (!row?.stripeSubscriptionId) return fail('no_membership');
  const read = await readFactsNow(ctx, row.stripeSubscriptionId);
  if (!read.ok) return read;
  const facts = read.value;
  if (!isLive(facts.status)) return fail('no_membership');
  const barrier = pauseBarrierOf({ ...facts, hasNext: facts.next !== null });
  return barrier ? fail(barrier) : ok({ row, facts });
}

/**
 * Pauses from the end of what is paid for. It resumes by itself: the next charge is made on a day
 * that is known from the start. A double click pauses once.
 */
export async function pauseMembership(
  ctx: Ctx,
  input: { supporterId: string; months: PauseMonths },
): Promise<Result<PauseDates, PauseFailure>> {
  const pausable = await readPausable(ctx, input.supporterId);
  if (!pausable.ok) return pausable;
  const { row, facts } = pausable.value;
  const dates = pauseDates(facts.currentPeriodEnd, input.months);
  const paused = await ctx.payments.postponeCharge(
    facts.subscriptionId,
    dates.nextChargeAt,
    'pause',
    `pause:${row.id}:${row.revision}:${toUnix(dates.nextChargeAt)}`,
  );
  if (!paused.ok) return fail(changeFailure(paused.reason));
  await takeOver(ctx, paused.value);
  return ok(dates);
}
