import { invalidRequest } from '../errors.ts';
import type { Charge } from '../objects/charge.ts';
import { isInquiry } from '../objects/dispute.ts';
import type { Metadata } from '../params.ts';
import type { Refund, RefundFailure } from '../objects/refund.ts';
import { newRefund } from '../objects/refund.ts';
import type { Step } from '../step.ts';
import { refundOutcome } from '../test-refunds.ts';
import { postRefund, postRefundFailure } from './balance.ts';
import { settleNow } from './charges.ts';
import { closeInquiries } from './disputes.ts';
import { profileOf } from './payment-methods.ts';

export interface RefundInput {
  charge: string;
  /** Minor units of the charge's currency; the rest of the charge when left out. */
  amount?: number | undefined;
  reason: string | null;
  metadata: Metadata;
}

/**
 * Gives money back, in part or whole (https://docs.stripe.com/refunds). It leaves the balance at
 * once; a card's refund has then succeeded, a bank debit's is pending for days.
 */
export function createRefund(step: Step, input: RefundInput): Refund {
  const held = step.get('charge', input.charge, 'charge');
  const amount = refundable(step, held, input.amount);
  const charge = settleNow(step, held.id);
  const method = charge.payment_method_details.type;
  const outcome = refundOutcome(method, numberOf(step, charge));
  const refund = step.add(
    newRefund(step.newId('re'), step.now, {
      amount,
      currency: charge.currency,
      charge: charge.id,
      customer: charge.customer,
      paymentIntent: charge.payment_intent,
      paymentMethod: charge.payment_method,
      methodType: method,
      metadata: input.metadata,
      reason: input.reason,
      isPending: outcome === 'succeeds_later',
    }),
  );
  refund.balance_transaction = postRefund(step, refund, charge, charge.amount_refunded).id;
  const changed = step.edit('charge', charge.id);
  changed.amount_refunded += amount;
  changed.refunded = changed.amount_refunded === changed.amount;
  step.emit('refund.created', refund);
  step.emit('charge.refunded', changed);
  if (changed.refunded) closeInquiries(step, charge.id);
  if (outcome !== 'succeeds') {
    step.schedule('settle_refund', refund.id, step.settings.refundSettlesAfterSeconds, outcome);
  }
  return step.get('refund', refund.id);
}

/** How much is to be given back. Throws Stripe's error where the charge or the sum does not allow it. */
function refundable(step: Step, charge: Charge, asked: number | undefined): number {
  if (charge.status !== 'succeeded') {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured, so it cannot be refunded.`,
      undefined,
      'charge_not_refundable',
    );
  }
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    );
  }
  // An inquiry may still be settled by a refund; what a bank has taken back can't be paid twice.
  const chargedBack = step
    .listBy('dispute', 'charge', charge.id)
    .some((dispute) => !isInquiry(dispute) && dispute.status !== 'won');
  if (chargedBack) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    );
  }
  const amount = asked ?? left;
  if (amount < 1)
    throw invalidRequest('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  }
  return amount;
}

function numberOf(step: Step, charge: Charge): string {
  return charge.payment_method === null ? '' : profileOf(step, charge.payment_method).number;
}

/** The bank's answer to a refund that was under way. */
export function settleRefund(step: Step, id: string, outcome: string): Refund {
  const held = step.get('refund', id);
  if (outcome === 'fails_later') {
    return held.status === 'failed' || held.status === 'canceled' ? held : failRefund(step, id);
  }
  if (held.status !== 'pending') return held;
  const refund = step.edit('refund', id);
  refund.status = 'succeeded';
  delete refund.pending_reason;
  tellOfChange(step, refund);
  return step.get('refund', id);
}

/**
 * The money could not be given back: it returns to the balance, and the charge can be refunded
 * again (https://docs.stripe.com/refunds#failed-refunds).
 */
export function failRefund(
  step: Step,
  id: string,
  reason: RefundFailure = 'expired_or_canceled_card',
): Refund {
  const refund = undoRefund(step, id, 'failed', reason);
  tellOfChange(step, refund);
  step.emit('refund.failed', refund);
  return step.get('refund', id);
}

/** Takes a card's refund back within minutes, as the Dashboard can (https://docs.stripe.com/refunds#cancel-refund). */
export function cancelRefund(step: Step, id: string): Refund {
  tellOfChange(step, undoRefund(step, id, 'canceled', 'merchant_request'));
  return step.get('refund', id);
}

function undoRefund(
  step: Step,
  id: string,
  status: 'canceled' | 'failed',
  reason: RefundFailure,
): Refund {
  const held = step.get('refund', id, 'refund');
  if (held.status === 'failed' || held.status === 'canceled') {
    throw invalidRequest(`Refund ${id} has already ${held.status}.`, 'refund');
  }
  const refund = step.edit('refund', id);
  refund.status = status;
  delete refund.pending_reason;
  refund.failure_reason = reason;
  refund.failure_balance_transaction = postRefundFailure(step, held).id;
  const charge = step.edit('charge', held.charge);
  charge.amount_refunded -= held.amount;
  charge.refunded = false;
  return refund;
}

/** Stripe names the change twice: by today's event, and by that of older integrations. */
function tellOfChange(step: Step, refund: Refund): void {
  step.emit('refund.updated', refund);
  step.emit('charge.refund.updated', refund);
}
