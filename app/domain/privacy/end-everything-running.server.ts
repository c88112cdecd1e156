import { confirmDonation } from '../donations/confirm-donation.server.ts';
import { listOpenDonations } from '../donations/personal-data.server.ts';
import { listOpenGiftCheckouts } from '../gifts/personal-data.server.ts';
import { confirmMembership, recordSubscription } from '../memberships/confirm-membership.server.ts';
import { listUnended } from '../memberships/personal-data.server.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';

export type EndingFailure = 'payments_unavailable' | 'payments_refused';

/**
 * Closes every payment page of a person that is open at Stripe, and ends what is charged from time
 * to time, at once. Nothing is given back. Safe to repeat; what was ended stays ended when a later
 * one can't be.
 */
export async function endEverythingRunning(
  ctx: Ctx,
  supporterId: string,
): Promise<Result<{ ended: number }, EndingFailure>> {
  try {
    for (const { id, checkoutId } of await listOpenDonations(ctx, supporterId)) {
      await ctx.payments.expireCheckout(checkoutId);
      await confirmDonation(ctx, id);
    }
    for (const checkoutId of await listOpenGiftCheckouts(ctx, supporterId)) {
      await ctx.payments.expireCheckout(checkoutId);
    }
    for (const { id, checkoutId } of await listUnended(ctx, supporterId)) {
      if (!checkoutId) continue;
      await ctx.payments.expireCheckout(checkoutId);
      await confirmMembership(ctx, id);
    }
    let count = 0;
    for (const { subscriptionId } of await listUnended(ctx, supporterId)) {
      if (!subscriptionId) continue;
      const ended = await ctx.payments.endSubscriptionNow(subscriptionId);
      if (!ended.ok) {
        return fail(ended.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
      }
      await recordSubscription(ctx, await ctx.payments.readSubscription(subscriptionId));
      count += 1;
    }
    return ok({ ended: count });
  } catch (error) {
    const why = ctx.payments.whyFailed(error);
    if (why === null) throw error;
    return fail(why === 'unavailable' ? 'payments_unavailable' : 'payments_refused');
  }
}
