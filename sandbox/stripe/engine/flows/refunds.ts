import { invalidRequest, noSuch } from '../errors.ts';
import type { Metadata } from '../params.ts';
import type { Refund } from '../objects/refund.ts';
import { newRefund } from '../objects/refund.ts';
import type { Step } from '../step.ts';
import { postRefund } from './balance.ts';
import { settleNow } from './charges.ts';

export interface RefundInput {
  charge: string;
  /** Minor units of the charge's currency; the rest of the charge when left out. */
  amount?: number | undefined;
  reason: string | null;
  metadata: Metadata;
}

/** Gives money back, in part or whole (https://docs.stripe.com/refunds). */
export function createRefund(step: Step, input: RefundInput): Refund {
  const held = step.find('charge', input.charge);
  if (!held) throw noSuch('charge', input.charge, 'charge');
  if (held.status !== 'succeeded') {
    throw invalidRequest(
      `Charge ${held.id} has not been captured, so it cannot be refunded.`,
      undefined,
      'charge_not_refundable',
    );
  }
  const left = held.amount - held.amount_refunded;
  if (left === 0) {
    throw invalidRequest(
      `Charge ${held.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    );
  }
  if (held.disputed) {
    throw invalidRequest(
      `Charge ${held.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    );
  }
  const amount = input.amount ?? left;
  if (amount < 1)
    throw invalidRequest('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  }
  const charge = settleNow(step, held.id);
  const refund = step.add(
    newRefund(step.newId('re'), step.now, {
      amount,
      currency: charge.currency,
      charge: charge.id,
      customer: charge.customer,
      paymentIntent: charge.payment_intent,
      paymentMethod: charge.payment_method,
      methodType: charge.payment_method_details.type,
      metadata: input.metadata,
      reason: input.reason,
    }),
  );
  const posted = postRefund(step, refund, charge, charge.amount_refunded);
  refund.balance_transaction = posted.id;
  const changed = step.edit('charge', charge.id);
  changed.amount_refunded += amount;
  changed.refunded = changed.amount_refunded === changed.amount;
  step.emit('refund.created', refund);
  step.emit('charge.refunded', changed);
  return step.get('refund', refund.id);
}
