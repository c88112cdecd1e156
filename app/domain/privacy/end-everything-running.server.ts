import { confirmDonation } from '../donations/confirm-donation.server.ts';
import { listOpenDonations } from '../donations/personal-data.server.ts';
import { listOpenGiftCheckouts } from '../gifts/personal-data.server.ts';
import { confirmMembership, recordSubscription } from '../memberships/confirm-membership.server.ts';
import { listUnended } from '../memberships/personal-data.server.ts';
import { byStaff } from '../memberships/staff-acts/by-staff.server.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';

export type EndingFailure = 'payments_unavailable' | 'payments_refused';

/**
 * Closes every payment page of a person that is open at Stripe, and ends what is charged from time
 * to time, at once. Nothing is given back. Safe to repeat; what was ended stays ended when a later
 * one can't be.
 * @param staff who ends it for the person, and why; null: they themselves
 */
export async function endEverythingRunning(
  ctx: Ctx,
  supporterId: string,
  staff: { readonly actorId: string; readonly reason: string } | null = null,
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
    for (const { id, subscriptionId } of await listUnended(ctx, supporterId)) {
      if (!subscriptionId) continue;
      const end = () => endNow(ctx, subscriptionId);
      const act = staff && { membershipId: id, actorId: staff.actorId, why: staff.reason };
      const ended = act ? await byStaff(ctx, { ...act, action: 'ended' }, end) : await end();
      if (!ended.ok) return ended;
      count += 1;
    }
    return ok({ ended: count });
  } catch (error) {
    const why = ctx.payments.whyFailed(error);
    if (why === null) throw error;
    return fail(why === 'unavailable' ? 'payments_unavailable' : 'payments_refused');
  }
}

async function endNow(ctx: Ctx, subscriptionId: string): Promise<Result<null, EndingFailure>> {
  const ended = await ctx.payments.endSubscriptionNow(subscriptionId);
  if (!ended.ok) {
    return fail(ended.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
  }
  await recordSubscription(ctx, await ctx.payments.readSubscription(subscriptionId));
  return ok(null);
}
