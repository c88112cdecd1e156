import { eq } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { addDays, addMonths, toUnix } from '../../kernel/dates.ts';
import { recordSubscription } from '../memberships/confirm-membership.server.ts';
import { readSubscriptionId } from '../memberships/read-subscription-id.server.ts';
import { isLive } from '../memberships/membership.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { lockGift } from './gift-row.server.ts';
import { isReturned } from './gift.ts';

/** A charge that is moved back gives its patron so many days to hear of it. */
const noticeDays = 3;

/**
 * Moves the next charge of the membership that a gift was claimed for: by the gift's months, and
 * back again when the gift's payment went back whole. May run any number of times: where the charge
 * goes is written down before Stripe is asked, so it is moved once.
 * @throws when Stripe does not do it now; the job is tried again
 */
export async function extendMembership(ctx: Ctx, giftId: string): Promise<void> {
  const planned = await plan(ctx, giftId);
  if (!planned) return;
  const { subscriptionId, to, months } = planned;
  const moved = await ctx.payments.postponeCharge(
    subscriptionId,
    to,
    months > 0 ? 'gift' : 'paid',
    `gift:${giftId}:${months}:${toUnix(to)}`,
  );
  if (!moved.ok) {
    throw new Error(`A charge could not be moved for gift ${giftId}: ${moved.reason}`);
  }
  await inTransaction(ctx, async (tx) => {
    await lockGift(tx, giftId);
    await tx.db
      .update(gifts)
      .set({ extendedMonths: months, extendingTo: null })
      .where(eq(gifts.id, giftId));
  });
  await recordSubscription(ctx, moved.value);
}

interface Plan {
  readonly subscriptionId: string;
  readonly to: Date;
  /** By how many months the charge is moved afterwards. */
  readonly months: number;
}

/** Null when there is nothing to move (any more). */
async function plan(ctx: Ctx, giftId: string): Promise<Plan | null> {
  const rows = await ctx.db.select().from(gifts).where(eq(gifts.id, giftId)).limit(1);
  const known = rows[0];
  if (!known?.extendedMembershipId) return null;
  const subscriptionId = await readSubscriptionId(ctx, known.extendedMembershipId);
  if (!subscriptionId) return null;
  const facts = await ctx.payments.readSubscription(subscriptionId);
  if (!isLive(facts.status) || facts.cancelAt) return null;
  return inTransaction(ctx, async (tx) => {
    const gift = await lockGift(tx, giftId);
    if (!gift) return null;
    const months = isReturned(gift) ? 0 : gift.months;
    if (gift.extendedMonths === months) return null;
    if (gift.extendingTo) return { subscriptionId, to: gift.extendingTo, months };
    const wanted = addMonths(facts.currentPeriodEnd, months - gift.extendedMonths);
    const soonest = addDays(tx.clock.now(), noticeDays);
    const to = new Date(Math.floor(Math.max(wanted.getTime(), soonest.getTime()) / 1_000) * 1_000);
    await tx.db.update(gifts).set({ extendingTo: to }).where(eq(gifts.id, giftId));
    return { subscriptionId, to, months };
  });
}
