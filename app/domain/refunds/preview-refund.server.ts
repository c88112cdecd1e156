import { money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import type { ChargePayment } from '../ledger/charge-payment.ts';
import { readChargePayment } from '../ledger/read-charge-payment.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import { recordOrderCharge } from '../reconciliation/converge-object.server.ts';
import { isChargedBack } from './refund.ts';
import type { RefundPreview } from './refund-preview.ts';
import { readChargeNow } from './refund-rows.server.ts';
import { readRefundable } from './refund-payment.server.ts';

/**
 * What giving back `amountMinor` (null: all that is left) would do; nothing is changed. The answer
 * is not foretold but tried: the refund is recorded by the function that events run, the
 * entitlement is decided, and the transaction is taken back.
 */
export async function previewRefund(
  ctx: Ctx,
  input: { readonly paymentId: string; readonly amountMinor: number | null },
): Promise<Result<RefundPreview, 'not_found' | 'payments_unavailable'>> {
  const payment = await readChargePayment(ctx, input.paymentId);
  if (!payment) return fail('not_found');
  const facts = await readChargeNow(ctx, payment.stripeChargeId);
  if (!facts) return fail('payments_unavailable');
  const left = await readRefundable(ctx, { paymentId: payment.id, facts });
  const barrier = isChargedBack(facts)
    ? 'charged_back'
    : left.amountMinor === 0
      ? 'nothing_left'
      : null;
  const amountMinor = Math.min(input.amountMinor ?? left.amountMinor, left.amountMinor);
  return ok({
    ...{ payment, left, barrier, amount: money(amountMinor, left.currency) },
    feeKept: facts.settlement?.fee ?? null,
    access: barrier || amountMinor <= 0 ? null : await tryOut(ctx, payment, facts, amountMinor),
  });
}

/** Takes back what was tried. */
class TakenBack extends Error {}

async function tryOut(
  ctx: Ctx,
  payment: ChargePayment,
  facts: ChargeFacts,
  amountMinor: number,
): Promise<RefundPreview['access']> {
  const { supporterId } = payment;
  if (!supporterId || !facts.order) return null;
  const { order } = facts;
  const viewer = { supporterId, role: null };
  const now = await decideEntitlement(ctx, viewer);
  let after = now;
  const refund = {
    refundId: `preview_${payment.id}`,
    amount: money(amountMinor, facts.amount.currency),
    status: 'succeeded' as const,
    occurredAt: ctx.clock.now(),
    settlement: null,
    failureSettlement: null,
  };
  try {
    await inTransaction(ctx, async (tx) => {
      await recordOrderCharge(tx, { ...facts, refunds: [...facts.refunds, refund] }, order);
      after = await decideEntitlement(tx, viewer);
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return { now, after };
}
