import { type Money, money } from '../../../kernel/money.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { changeFailure } from '../changes/preview-change.server.ts';
import { takeOver } from '../changes/current-facts.server.ts';
import { readLive } from '../ending/read-live.server.ts';

export type ResumeFailure =
  'no_membership' | 'not_paused' | 'payments_unavailable' | 'payments_refused';

/** What ending a pause now means: a charge today, or none before what is paid for ends. */
export interface Resumption {
  readonly chargedNow: Money | null;
  readonly nextChargeAt: Date | null;
}

/** What {@link resumeMembership} would do; nothing is changed. */
export async function readResumption(
  ctx: Ctx,
  supporterId: string,
): Promise<Result<Resumption, 'no_membership' | 'not_paused'>> {
  const row = await readLive(ctx, { supporterId });
  if (!row) return fail('no_membership');
  if (row.status !== 'paused') return fail('not_paused');
  const isPaid = row.paidUntil !== null && row.paidUntil > ctx.clock.now();
  // A pause without our postponement (made at Stripe) leaves the periods as they were.
  const isPostponed = row.pausedUntil?.getTime() === row.currentPeriodEnd?.getTime();
  if (isPaid || !isPostponed) {
    return ok({
      chargedNow: null,
      nextChargeAt: isPostponed ? row.paidUntil : row.currentPeriodEnd,
    });
  }
  return ok({ chargedNow: money(row.amountMinor, row.currency), nextChargeAt: null });
}

/**
 * Ends a pause before its day. @returns whether the charge that it brought, if any, went through
 */
export async function resumeMembership(
  ctx: Ctx,
  input: { supporterId: string },
): Promise<Result<{ isPaid: boolean; nextChargeAt: Date }, ResumeFailure>> {
  const row = await readLive(ctx, { supporterId: input.supporterId });
  if (!row?.stripeSubscriptionId) return fail('no_membership');
  if (row.status !== 'paused') return fail('not_paused');
  const isPaid = row.paidUntil !== null && row.paidUntil > ctx.clock.now();
  const resumed = await ctx.payments.endPause(
    row.stripeSubscriptionId,
    isPaid ? row.paidUntil : null,
    `resume:${row.id}:${row.revision}`,
  );
  if (!resumed.ok) return fail(changeFailure(resumed.reason));
  await takeOver(ctx, resumed.value);
  const { status, currentPeriodEnd } = resumed.value;
  return ok({ isPaid: status === 'active', nextChargeAt: currentPeriodEnd });
}
