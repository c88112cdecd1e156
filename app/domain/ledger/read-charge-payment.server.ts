import { and, eq } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { ChargePayment } from './charge-payment.ts';

/** The payment of a charge; null when the id names none, or another kind of movement. */
export async function readChargePayment(
  ctx: Ctx,
  paymentId: string,
): Promise<ChargePayment | null> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.kind, 'charge')))
    .limit(1);
  const row = rows[0];
  return row
    ? {
        id: row.id,
        stripeChargeId: row.stripeChargeId,
        stripePaymentIntentId: row.stripePaymentIntentId,
        stripeInvoiceId: row.stripeInvoiceId,
        source: row.source,
        sourceId: row.sourceId,
        supporterId: row.supporterId,
        amount: money(row.amountMinor, row.currency),
        occurredAt: row.occurredAt,
      }
    : null;
}
