import { and, eq, isNull } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { addDays, addMs, minutesMs } from '../../kernel/dates.ts';
import { recordCharge } from '../ledger/record-charge.server.ts';
import { readReturnedMinor } from '../ledger/read-returned.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts, CheckoutFacts } from '../ports/payments.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { linkStripeCustomer } from '../supporters/stripe-customer.server.ts';
import { deliverNow } from './deliver-gifts.server.ts';
import { claimableDays } from './gift.ts';
import { type Gift, lockGift } from './gift-row.server.ts';

/** How soon to look again for a fee that Stripe had not computed. */
const settleAfterMs = 2 * minutesMs;

/**
 * Makes a gift agree with Stripe: what the thank-you page and the webhook both run, in any order
 * and any number. Answers false when there is no such gift (yet).
 * @throws when Stripe can't be read; then nothing has changed.
 */
export async function confirmGift(
  ctx: Ctx,
  giftId: string,
  /** The Checkout that Stripe tells of, for a row whose process ended before it could note it. */
  toldCheckoutId: string | null = null,
): Promise<boolean> {
  const rows = await ctx.db.select().from(gifts).where(eq(gifts.id, giftId)).limit(1);
  const gift = rows[0];
  if (!gift) return false;
  if (gift.status === 'paid' || gift.status === 'failed') return true;
  const checkoutId = gift.checkoutId ?? toldCheckoutId;
  if (!checkoutId) return false;
  const checkout = await ctx.payments.readCheckout(checkoutId);
  const charge =
    checkout.status === 'complete' && checkout.paymentIntentId
      ? await ctx.payments.readChargeOfPaymentIntent(checkout.paymentIntentId)
      : null;
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(gifts)
      .set({ checkoutId })
      .where(and(eq(gifts.id, giftId), isNull(gifts.checkoutId)));
    await converge(tx, giftId, checkout, charge);
  });
  return true;
}

/**
 * Books what has happened to the charge of a gift since: refunds, disputes, fees.
 * Answers false when no row of ours matches the charge (yet).
 */
export async function recordGiftCharge(ctx: Ctx, charge: ChargeFacts): Promise<boolean> {
  const orderId = charge.order?.orderId;
  if (!orderId) return false;
  const rows = await ctx.db
    .select({ id: gifts.id, status: gifts.status })
    .from(gifts)
    .where(eq(gifts.id, orderId))
    .limit(1);
  const gift = rows[0];
  if (!gift) return false;
  if (gift.status !== 'paid') return confirmGift(ctx, gift.id);
  await inTransaction(ctx, async (tx) => {
    const locked = await lockGift(tx, gift.id);
    if (locked) await book(tx, locked, charge);
  });
  return true;
}

async function converge(
  ctx: Ctx,
  giftId: string,
  checkout: CheckoutFacts,
  charge: ChargeFacts | null,
): Promise<void> {
  const gift = await lockGift(ctx, giftId);
  // A reading that is older than what another one brought meanwhile takes nothing back.
  if (!gift || gift.status === 'paid' || gift.status === 'failed') return;
  if (checkout.status === 'expired') {
    await ctx.db
      .update(gifts)
      .set({ status: 'expired', checkoutUrl: null })
      .where(eq(gifts.id, giftId));
    return;
  }
  if (checkout.status !== 'complete') return;
  const giver = await giverOf(ctx, gift, checkout);
  const whose = {
    supporterId: giver.supporterId,
    stripeCustomerId: checkout.customerId,
    paymentIntentId: checkout.paymentIntentId,
    country: checkout.country ?? charge?.country ?? gift.country,
    madeSupporter: gift.madeSupporter || giver.isNew,
    checkoutUrl: null,
  };
  if (checkout.paymentStatus !== 'paid' || !charge?.isPaid) {
    // A bank debit says "complete, unpaid" for days; a charge that failed by then says why.
    const failed = charge?.failureCode && charge.settlement === null ? charge.failureCode : null;
    await ctx.db
      .update(gifts)
      .set({ ...whose, status: failed ? 'failed' : 'processing', failureCode: failed })
      .where(eq(gifts.id, giftId));
    return;
  }
  const paid = await ctx.db
    .update(gifts)
    .set({
      ...whose,
      status: 'paid',
      paidAt: charge.occurredAt,
      failureCode: null,
      claimableUntil: addDays(charge.occurredAt, claimableDays),
    })
    .where(eq(gifts.id, giftId))
    .returning();
  const paymentId = paid[0] ? await book(ctx, paid[0], charge) : null;
  if (paid[0] && !giver.isErased) await deliverNow(ctx, paid[0]);
  const { email } = checkout;
  if (!email || !paymentId || giver.isErased) return;
  const locale = gift.locale === 'uk' ? 'uk' : 'en';
  await ctx.mail.queue(ctx.db, {
    ...{ template: 'receipt', subjectId: paymentId, recipient: email, locale },
  });
  if (!giver.isNew && !gift.supporterId) {
    await ctx.mail.queue(ctx.db, {
      ...{ template: 'sign-in-suggestion', subjectId: giftId, recipient: email, locale },
    });
  }
}

/** Posts the charge to the ledger and keeps the gift's own sum of what went back. */
async function book(ctx: Ctx, gift: Gift, charge: ChargeFacts): Promise<string | null> {
  const recorded = await recordCharge(ctx, charge, {
    source: 'gift',
    sourceId: gift.id,
    supporterId: gift.supporterId && (await holdSupporter(ctx, gift.supporterId)).supporterId,
    articleId: gift.articleId,
    askId: gift.askId,
    campaignId: gift.campaignId,
  });
  // Told from the ledger, which only grows, and not from this reading, which may be an old one.
  const returnedMinor = await readReturnedMinor(ctx, 'gift', gift.id);
  await ctx.db.update(gifts).set({ returnedMinor }).where(eq(gifts.id, gift.id));
  if (gift.extendedMembershipId && returnedMinor !== gift.returnedMinor) {
    await ctx.jobs.enqueue(ctx.db, 'extend-membership', { giftId: gift.id });
  }
  if (!recorded.isSettled) {
    await ctx.jobs.enqueue(
      ctx.db,
      'settle-payment',
      { chargeId: charge.chargeId },
      { startAt: addMs(ctx.clock.now(), settleAfterMs), singletonKey: charge.chargeId },
    );
  }
  return recorded.chargePaymentId;
}

async function giverOf(
  ctx: Ctx,
  gift: Gift,
  checkout: CheckoutFacts,
): Promise<{ supporterId: string | null; isNew: boolean; isErased: boolean }> {
  if (gift.supporterId) {
    const { supporterId, isErased } = await holdSupporter(ctx, gift.supporterId);
    if (checkout.customerId) await linkStripeCustomer(ctx, supporterId, checkout.customerId);
    return { supporterId, isNew: false, isErased };
  }
  if (!checkout.email) return { supporterId: null, isNew: false, isErased: false };
  const found = await findOrCreateSupporter(ctx, {
    email: checkout.email,
    name: checkout.name,
    locale: gift.locale === 'uk' ? 'uk' : 'en',
    country: checkout.country,
    stripeCustomerId: checkout.customerId,
  });
  return { ...found, isErased: false };
}
