import { asc, count, eq } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';

/** Every movement of a person's money. Caller's duty: that the asker is the person. */
export async function exportPayments(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      id: payments.id,
      kind: payments.kind,
      source: payments.source,
      sourceId: payments.sourceId,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      settlementCurrency: payments.settlementCurrency,
      settlementGrossMinor: payments.settlementGrossMinor,
      feeMinor: payments.feeMinor,
      netMinor: payments.netMinor,
      exchangeRate: payments.exchangeRate,
      country: payments.country,
      periodEnd: payments.periodEnd,
      articleId: payments.articleId,
      askId: payments.askId,
      campaignId: payments.campaignId,
      stripeObjectId: payments.stripeObjectId,
      stripeChargeId: payments.stripeChargeId,
      stripePaymentIntentId: payments.stripePaymentIntentId,
      stripeInvoiceId: payments.stripeInvoiceId,
      occurredAt: payments.occurredAt,
      recordedAt: payments.recordedAt,
    })
    .from(payments)
    .where(eq(payments.supporterId, supporterId))
    .orderBy(asc(payments.occurredAt), asc(payments.id));
}

/**
 * Whose a payment is may change, and nothing else of it. Nothing is erased here: a payment names
 * nobody but a row that an erasure has emptied, and the law wants it kept.
 */
export async function movePayments(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db.update(payments).set({ supporterId: toId }).where(eq(payments.supporterId, fromId));
}

export async function countPayments(ctx: Ctx, supporterId: string): Promise<number> {
  const rows = await ctx.db
    .select({ count: count() })
    .from(payments)
    .where(eq(payments.supporterId, supporterId));
  return rows[0]?.count ?? 0;
}

export async function listPaymentIds(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.supporterId, supporterId));
  return rows.map(({ id }) => id);
}
