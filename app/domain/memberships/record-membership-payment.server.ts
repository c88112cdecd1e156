import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { readPaidPeriod } from '../ledger/read-returned.server.ts';
import { recordCharge } from '../ledger/record-charge.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { readContactEmail } from '../supporters/stripe-customer.server.ts';
import { type Membership, lockMembership } from './converge-membership.server.ts';

/** How soon to look again for a fee that Stripe had not computed. */
const settleAfterMs = 2 * minutesMs;

/** The charges of an invoice, read whole. Outside a transaction: it asks Stripe. */
export async function readMembershipCharges(
  ctx: Ctx,
  invoiceId: string | null,
): Promise<ChargeFacts[]> {
  if (!invoiceId) return [];
  const invoice = await ctx.payments.readInvoice(invoiceId);
  return Promise.all(invoice.chargeIds.map((chargeId) => ctx.payments.readCharge(chargeId)));
}

/**
 * Books charges of a membership, sends each a receipt, and keeps until when it is paid for.
 * Caller's duty: a transaction, and the membership's lock in it.
 */
export async function recordMembershipCharges(
  ctx: Ctx,
  membership: Membership,
  charges: readonly ChargeFacts[],
  email: string | null,
): Promise<void> {
  const held = membership.supporterId ? await holdSupporter(ctx, membership.supporterId) : null;
  const supporterId = held?.supporterId ?? null;
  for (const charge of charges) {
    const recorded = await recordCharge(ctx, charge, {
      source: 'membership',
      sourceId: membership.id,
      supporterId,
      articleId: membership.articleId,
      askId: membership.askId,
      campaignId: membership.campaignId,
    });
    if (!recorded.chargePaymentId) continue;
    if (!recorded.isSettled) {
      await ctx.jobs.enqueue(
        ctx.db,
        'settle-payment',
        { chargeId: charge.chargeId },
        { startAt: addMs(ctx.clock.now(), settleAfterMs), singletonKey: charge.chargeId },
      );
    }
    const recipient = email ?? (await readContactEmail(ctx, { ...membership, supporterId }));
    if (!recipient || held?.isErased) continue;
    await ctx.mail.queue(ctx.db, {
      template: 'receipt',
      subjectId: recorded.chargePaymentId,
      recipient,
      locale: membership.locale === 'uk' ? 'uk' : 'en',
    });
  }
  if (charges.length === 0) return;
  await ctx.db
    .update(memberships)
    .set(await readPaidPeriod(ctx, membership.id))
    .where(eq(memberships.id, membership.id));
}

/**
 * Books what has happened to one charge of a membership: a late fee, a refund, a dispute.
 * Answers false when no row of ours matches it (yet).
 */
export async function recordMembershipCharge(ctx: Ctx, charge: ChargeFacts): Promise<boolean> {
  const orderId = charge.order?.orderId;
  if (!orderId) return false;
  const rows = await ctx.db.select().from(memberships).where(eq(memberships.id, orderId)).limit(1);
  const membership = rows[0];
  // Until Checkout's completion has said whose it is, the payment waits with it.
  if (!membership?.supporterId) return false;
  await inTransaction(ctx, async (tx) => {
    // The membership before its charge, as everywhere: two that lock in other orders wait for each other.
    const locked = await lockMembership(tx, membership.id);
    if (locked) await recordMembershipCharges(tx, locked, [charge], null);
  });
  return true;
}

/** The memberships of a customer at Stripe that have not ended, by their subscription. */
export async function listSubscriptionsOfCustomer(
  ctx: Ctx,
  stripeCustomerId: string,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: memberships.stripeSubscriptionId })
    .from(memberships)
    .where(
      and(
        eq(memberships.stripeCustomerId, stripeCustomerId),
        isNotNull(memberships.stripeSubscriptionId),
        isNull(memberships.endedAt),
      ),
    );
  return rows.flatMap((row) => (row.id ? [row.id] : []));
}
