import { and, eq, isNull, sql } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { recordCharge } from '../ledger/record-charge.server.ts';
import { readReturnedMinor } from '../ledger/read-returned.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts, CheckoutFacts } from '../ports/payments.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { linkStripeCustomer } from '../supporters/stripe-customer.server.ts';

/** How soon to look again for a fee that Stripe had not computed. */
const settleAfterMs = 2 * minutesMs;

/**
 * Makes a donation agree with Stripe: what the thank-you page and the webhook both run, in any
 * order and any number. Answers false when there is no such donation (yet): no error, because it
 * may be somebody else's id.
 * @throws when Stripe can't be read; then nothing has changed.
 */
export async function confirmDonation(
  ctx: Ctx,
  donationId: string,
  /** The Checkout that Stripe tells of, for a row whose process ended before it could note it. */
  toldCheckoutId: string | null = null,
): Promise<boolean> {
  const rows = await ctx.db.select().from(donations).where(eq(donations.id, donationId)).limit(1);
  const donation = rows[0];
  if (!donation) return false;
  if (donation.status === 'paid' || donation.status === 'failed') return true;
  const checkoutId = donation.checkoutId ?? toldCheckoutId;
  if (!checkoutId) return false;
  const checkout = await ctx.payments.readCheckout(checkoutId);
  const charge =
    checkout.status === 'complete' && checkout.paymentIntentId
      ? await ctx.payments.readChargeOfPaymentIntent(checkout.paymentIntentId)
      : null;
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(donations)
      .set({ checkoutId })
      .where(and(eq(donations.id, donationId), isNull(donations.checkoutId)));
    await converge(tx, donationId, checkout, charge);
  });
  return true;
}

/**
 * Books what has happened to the charge of a donation since: refunds, disputes, fees.
 * Answers false when no row of ours matches the charge (yet).
 */
export async function recordDonationCharge(ctx: Ctx, charge: ChargeFacts): Promise<boolean> {
  const orderId = charge.order?.orderId;
  if (!orderId) return false;
  const rows = await ctx.db
    .select({ id: donations.id, status: donations.status })
    .from(donations)
    .where(eq(donations.id, orderId))
    .limit(1);
  const donation = rows[0];
  if (!donation) return false;
  if (donation.status === 'paid') {
    await inTransaction(ctx, async (tx) => {
      await lockDonation(tx, donation.id);
      await book(tx, donation.id, charge);
    });
    return true;
  }
  return confirmDonation(ctx, donation.id);
}

async function converge(
  ctx: Ctx,
  donationId: string,
  checkout: CheckoutFacts,
  charge: ChargeFacts | null,
): Promise<void> {
  const donation = await lockDonation(ctx, donationId);
  // A reading that is older than what another one brought meanwhile takes nothing back.
  if (!donation || donation.status === 'paid' || donation.status === 'failed') return;
  if (checkout.status === 'expired') {
    await ctx.db
      .update(donations)
      .set({ status: 'expired', checkoutUrl: null })
      .where(eq(donations.id, donationId));
    return;
  }
  if (checkout.status !== 'complete') return;
  const { supporterId, isNew, isErased } = await supporterOf(ctx, donation, checkout);
  const whose = {
    supporterId,
    stripeCustomerId: checkout.customerId,
    paymentIntentId: checkout.paymentIntentId,
    country: checkout.country ?? charge?.country ?? donation.country,
    madeSupporter: donation.madeSupporter || isNew,
    checkoutUrl: null,
  };
  if (checkout.paymentStatus !== 'paid' || !charge?.isPaid) {
    // A bank debit says "complete, unpaid" for days; a charge that failed by then says why.
    const failed = charge?.failureCode && charge.settlement === null ? charge.failureCode : null;
    await ctx.db
      .update(donations)
      .set({ ...whose, status: failed ? 'failed' : 'processing', failureCode: failed })
      .where(eq(donations.id, donationId));
    return;
  }
  await ctx.db
    .update(donations)
    .set({ ...whose, status: 'paid', paidAt: charge.occurredAt, failureCode: null })
    .where(eq(donations.id, donationId));
  const paymentId = await book(ctx, donationId, charge);
  const email = checkout.email;
  // Who was erased between giving and this is not written to any more.
  if (!email || !paymentId || isErased) return;
  const locale = donation.locale === 'uk' ? 'uk' : 'en';
  await ctx.mail.queue(ctx.db, {
    template: 'receipt',
    subjectId: paymentId,
    recipient: email,
    locale,
  });
  if (!isNew && !donation.supporterId) {
    await ctx.mail.queue(ctx.db, {
      template: 'sign-in-suggestion',
      subjectId: donationId,
      recipient: email,
      locale,
    });
  }
}

/** Posts the charge to the ledger and keeps the donation's own sum of what went back. */
async function book(ctx: Ctx, donationId: string, charge: ChargeFacts): Promise<string | null> {
  const rows = await ctx.db.select().from(donations).where(eq(donations.id, donationId)).limit(1);
  const donation = rows[0];
  if (!donation) return null;
  const recorded = await recordCharge(ctx, charge, {
    source: 'donation',
    sourceId: donation.id,
    supporterId:
      donation.supporterId && (await holdSupporter(ctx, donation.supporterId)).supporterId,
    articleId: donation.articleId,
    askId: donation.askId,
    campaignId: donation.campaignId,
  });
  // Told from the ledger, which only grows, and not from this reading, which may be an old one.
  await ctx.db
    .update(donations)
    .set({ returnedMinor: await readReturnedMinor(ctx, 'donation', donationId) })
    .where(eq(donations.id, donationId));
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

type Donation = typeof donations.$inferSelect;

async function lockDonation(ctx: Ctx, donationId: string): Promise<Donation | undefined> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${donationId}, 2))`);
  const rows = await ctx.db.select().from(donations).where(eq(donations.id, donationId)).limit(1);
  return rows[0];
}

async function supporterOf(
  ctx: Ctx,
  donation: Donation,
  checkout: CheckoutFacts,
): Promise<{ supporterId: string | null; isNew: boolean; isErased: boolean }> {
  if (donation.supporterId) {
    const { supporterId, isErased } = await holdSupporter(ctx, donation.supporterId);
    if (checkout.customerId) await linkStripeCustomer(ctx, supporterId, checkout.customerId);
    return { supporterId, isNew: false, isErased };
  }
  if (!checkout.email) return { supporterId: null, isNew: false, isErased: false };
  const found = await findOrCreateSupporter(ctx, {
    email: checkout.email,
    name: checkout.name,
    locale: donation.locale === 'uk' ? 'uk' : 'en',
    country: checkout.country,
    stripeCustomerId: checkout.customerId,
  });
  return { ...found, isErased: false };
}
