import { eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { recordCharge } from '../ledger/record-charge.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import type { Membership } from './converge-membership.server.ts';

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

/** Books charges of a membership and sends each a receipt. Caller's duty: a transaction. */
export async function recordMembershipCharges(
  ctx: Ctx,
  membership: Membership,
  charges: readonly ChargeFacts[],
  email: string | null,
): Promise<void> {
  for (const charge of charges) {
    const recorded = await recordCharge(ctx, charge, {
      source: 'membership',
      sourceId: membership.id,
      supporterId: membership.supporterId,
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
    const recipient =
      email ??
      (membership.supporterId ? await readSupporterEmail(ctx, membership.supporterId) : null);
    if (!recipient) continue;
    await ctx.mail.queue(ctx.db, {
      template: 'receipt',
      subjectId: recorded.chargePaymentId,
      recipient,
      locale: membership.locale === 'uk' ? 'uk' : 'en',
    });
  }
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
  await inTransaction(ctx, (tx) => recordMembershipCharges(tx, membership, [charge], null));
  return true;
}
