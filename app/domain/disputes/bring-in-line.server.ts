import type { Ctx } from '../ports/context.ts';
import { convergeCharge } from '../reconciliation/converge-object.server.ts';

/**
 * Brings the charge of a dispute in line with Stripe, as its events do. When Stripe can't be
 * reached now, the act it follows is done all the same: the event comes later.
 */
export async function bringInLine(ctx: Ctx, chargeId: string): Promise<void> {
  try {
    await convergeCharge(ctx, chargeId);
  } catch (error) {
    if (ctx.payments.whyFailed(error) !== 'unavailable') throw error;
    ctx.log.warn({ err: error, chargeId }, 'the charge of a dispute is read again later');
  }
}
