import type { Charge } from '../objects/charge.ts';
import { newCharge } from '../objects/charge.ts';
import type { PaymentIntent } from '../objects/payment-intent.ts';
import type { PaymentMethod } from '../objects/payment-method.ts';
import type { Step } from '../step.ts';
import type { Decline } from '../test-cards.ts';
import { postCharge } from './balance.ts';

/** A charge for a payment intent, still pending. */
export function openCharge(
  step: Step,
  intent: PaymentIntent,
  method: PaymentMethod,
  threeDSecure: boolean,
): Charge {
  const id = step.newId('ch');
  const { account, publicUrl } = step.settings;
  const suffix = intent.statement_descriptor_suffix;
  const statement = account.name.toUpperCase().slice(0, 22);
  const charge = step.add(
    newCharge(id, step.now, {
      amount: intent.amount,
      currency: intent.currency,
      customer: intent.customer,
      description: intent.description,
      metadata: intent.metadata,
      paymentIntent: intent.id,
      paymentMethod: method,
      threeDSecure,
      receiptEmail: intent.receipt_email,
      receiptUrl: `${publicUrl}/receipts/${id}`,
      statementDescriptor:
        suffix === null ? statement : `${statement.slice(0, 20 - suffix.length)}* ${suffix}`,
      statementDescriptorSuffix: suffix,
    }),
  );
  step.edit('payment_intent', intent.id).latest_charge = id;
  return charge;
}

/**
 * The money has been taken. The balance transaction follows a moment later in a `charge.updated`
 * (https://docs.stripe.com/payments/payment-intents/asynchronous-capture), unless the settings
 * want it at once.
 */
export function succeedCharge(step: Step, chargeId: string): void {
  const charge = step.edit('charge', chargeId);
  charge.status = 'succeeded';
  charge.paid = true;
  charge.captured = true;
  charge.amount_captured = charge.amount;
  charge.outcome = {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: 'approved_by_network',
    reason: null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: 'Payment complete.',
    type: 'authorized',
  };
  const delay = step.settings.balanceDelaySeconds;
  if (delay === 0) postCharge(step, chargeId);
  step.emit('charge.succeeded', step.get('charge', chargeId));
  if (delay > 0) step.schedule('post_balance', chargeId, delay);
}

export function failCharge(step: Step, chargeId: string, decline: Decline): void {
  const charge = step.edit('charge', chargeId);
  charge.status = 'failed';
  charge.failure_code = decline.code;
  charge.failure_message = decline.message;
  charge.outcome = {
    advice_code: decline.advice,
    network_advice_code: null,
    network_decline_code: decline.networkCode,
    network_status: decline.outcome.networkStatus,
    reason: decline.outcome.reason,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: decline.outcome.sellerMessage,
    type: 'issuer_declined',
  };
  step.emit('charge.failed', charge);
}

/** Makes sure that a charge stands in the balance before anything is taken out for it. */
export function settleNow(step: Step, chargeId: string): Charge {
  const before = step.get('charge', chargeId);
  if (before.balance_transaction !== null) return before;
  postCharge(step, chargeId);
  const charge = step.get('charge', chargeId);
  step.emit('charge.updated', charge);
  return step.get('charge', chargeId);
}
