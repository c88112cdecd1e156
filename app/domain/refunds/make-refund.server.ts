import { and, eq } from 'drizzle-orm';
import { refunds } from '../../db/schema/refunds.ts';
import { money } from '../../kernel/money.ts';
import { readChargePayment } from '../ledger/read-charge-payment.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { convergeCharge } from '../reconciliation/converge-object.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readSupporter } from '../supporters/read-supporter.server.ts';
import type { Refusal } from './refund.ts';
import { type RefundRow, readRefundRow } from './refund-rows.server.ts';

/**
 * Asks Stripe for a refund that was decided on, and makes ours agree with what it says. Safe to
 * repeat, at the same time too: Stripe knows the refund by our row.
 * @returns `waiting` when Stripe can't be asked now; then the job asks again.
 * @throws in a job, so that it is tried again: see {@link makeRefundLater}
 */
export async function makeRefund(
  ctx: Ctx,
  input: { readonly refundId: string },
): Promise<'made' | 'waiting' | Refusal> {
  const row = await readRefundRow(ctx, input.refundId);
  if (!row) throw new Error('A refund is not there');
  if (row.status === 'refused') return row.refusal ?? 'refused';
  if (row.status === 'asked') {
    const asked = await ctx.payments.refundCharge({
      refundId: row.id,
      chargeId: row.stripeChargeId,
      amount: money(row.amountMinor, row.currency),
      reason: row.reason,
    });
    if (asked.ok) await noteMade(ctx, row, asked.value.stripeRefundId);
    else if (asked.reason === 'try_later') return 'waiting';
    else return refuse(ctx, row, asked.reason);
  }
  await takeOver(ctx, row.stripeChargeId);
  return 'made';
}

/** The same, as a job: what waits is tried again by the queue. */
export async function makeRefundLater(ctx: Ctx, refundId: string): Promise<void> {
  const made = await makeRefund(ctx, { refundId });
  if (made === 'waiting') throw new Error('Stripe could not be asked for a refund');
}

/** The giver is told in the same transaction, and by the unique key of the mail once. */
async function noteMade(ctx: Ctx, row: RefundRow, stripeRefundId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const noted = await tx.db
      .update(refunds)
      .set({ status: 'made', stripeRefundId, updatedAt: tx.clock.now() })
      .where(and(eq(refunds.id, row.id), eq(refunds.status, 'asked')))
      .returning({ id: refunds.id });
    if (noted.length === 0) return;
    const payment = await readChargePayment(tx, row.paymentId);
    if (!payment?.supporterId) return;
    const { supporterId } = await holdSupporter(tx, payment.supporterId);
    const giver = await readSupporter(tx, supporterId);
    if (!giver) return;
    await tx.mail.queue(tx.db, {
      template: 'payment-refunded',
      subjectId: row.id,
      recipient: giver.email,
      locale: giver.locale,
    });
  });
}

async function refuse(ctx: Ctx, row: RefundRow, refusal: Refusal): Promise<Refusal> {
  await inTransaction(ctx, async (tx) => {
    const noted = await tx.db
      .update(refunds)
      .set({ status: 'refused', refusal, updatedAt: tx.clock.now() })
      .where(and(eq(refunds.id, row.id), eq(refunds.status, 'asked')))
      .returning({ id: refunds.id });
    if (noted.length === 0) return;
    // The log has that it was asked for: without this it would say that the money went back.
    await recordAudit(tx, {
      ...{ actorId: null, action: 'payment.refund_refused' },
      ...{ subjectKind: 'payment', subjectId: row.paymentId },
      detail: { refund: row.id, refusal },
    });
  });
  return refusal;
}

/** The refund stands; should Stripe be away now, its event brings the rest. */
async function takeOver(ctx: Ctx, chargeId: string): Promise<void> {
  try {
    await convergeCharge(ctx, chargeId);
  } catch (error) {
    if (ctx.payments.whyFailed(error) !== 'unavailable') throw error;
  }
}
