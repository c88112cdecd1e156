import { asc, eq, sql } from 'drizzle-orm';
import { refunds } from '../../db/schema/refunds.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import type { Refund } from './refund.ts';

export type RefundRow = typeof refunds.$inferSelect;

/** What the staff gave back of a payment, the oldest first. */
export async function listRefunds(ctx: Ctx, paymentId: string): Promise<Refund[]> {
  return (await listRefundRows(ctx, paymentId)).map(toRefund);
}

export function listRefundRows(ctx: Ctx, paymentId: string): Promise<RefundRow[]> {
  return ctx.db
    .select()
    .from(refunds)
    .where(eq(refunds.paymentId, paymentId))
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

/** Null: there is no such refund. */
export async function readRefundRow(ctx: Ctx, refundId: string): Promise<RefundRow | null> {
  const rows = await ctx.db.select().from(refunds).where(eq(refunds.id, refundId)).limit(1);
  return rows[0] ?? null;
}

/** Two who give back of the same charge wait for each other; the lock ends with the transaction. */
export async function lockRefunds(ctx: Ctx, paymentId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${paymentId}, 7))`);
}

/** The charge as Stripe has it now; null when it can't be asked. */
export async function readChargeNow(ctx: Ctx, chargeId: string): Promise<ChargeFacts | null> {
  try {
    return await ctx.payments.readCharge(chargeId);
  } catch (error) {
    if (ctx.payments.whyFailed(error) === 'unavailable') return null;
    throw error;
  }
}

function toRefund(row: RefundRow): Refund {
  return {
    id: row.id,
    paymentId: row.paymentId,
    amount: money(row.amountMinor, row.currency),
    reason: row.reason,
    status: row.status,
    refusal: row.refusal,
    stripeRefundId: row.stripeRefundId,
    createdAt: row.createdAt,
  };
}

/** Null: there is no such refund. */
export async function readRefund(ctx: Ctx, refundId: string): Promise<Refund | null> {
  const row = await readRefundRow(ctx, refundId);
  return row && toRefund(row);
}
