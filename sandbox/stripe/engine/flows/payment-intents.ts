import { docUrl, invalidRequest } from '../errors.ts';
import type {
  PaymentError,
  PaymentIntent,
  PaymentIntentFields,
} from '../objects/payment-intent.ts';
import { newPaymentIntent } from '../objects/payment-intent.ts';
import type { PaymentMethod } from '../objects/payment-method.ts';
import type { Step } from '../step.ts';
import type { Decline } from '../test-cards.ts';
import { chargeDecline, debitOutcome, findCard } from '../test-cards.ts';
import { failCharge, openCharge, succeedCharge } from './charges.ts';
import { attachPaymentMethod, markAuthenticated, profileOf } from './payment-methods.ts';

export type Attempt = 'declined' | 'processing' | 'requires_action' | 'succeeded';

export function createPaymentIntent(
  step: Step,
  fields: Omit<PaymentIntentFields, 'secret'>,
): PaymentIntent {
  const intent = step.add(
    newPaymentIntent(step.newId('pi'), step.now, { ...fields, secret: step.newSecret() }),
  );
  step.emit('payment_intent.created', intent);
  return intent;
}

export interface Confirmation {
  paymentMethod: string;
  /** Nobody is there to authenticate: a renewal. */
  offSession: boolean;
  /** The bank has just authenticated this very payment. */
  authenticated?: boolean;
}

/**
 * Tries to take the money. A decline is an outcome, not an error: the intent then waits for another
 * payment method (https://docs.stripe.com/payments/paymentintents/lifecycle).
 */
export function confirmPaymentIntent(step: Step, id: string, confirmation: Confirmation): Attempt {
  const held = step.get('payment_intent', id);
  if (
    !['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(held.status)
  ) {
    throw invalidRequest(
      `This PaymentIntent's payment_method could not be updated because it has a status of ${held.status}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  const method = step.get('payment_method', confirmation.paymentMethod, 'payment_method');
  const intent = step.edit('payment_intent', id);
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  const profile = profileOf(step, method.id);
  if (method.type === 'sepa_debit') return startDebit(step, intent, method, profile.number);
  const card = findCard(profile.number);
  const needsBank =
    card.authentication === 'always' ||
    (card.authentication === 'on_setup' && !profile.authenticated);
  if (needsBank && confirmation.authenticated !== true)
    return askBank(step, id, confirmation.offSession);
  const decline = chargeDecline(card);
  if (decline) return declineIntent(step, id, method, decline);
  if (confirmation.authenticated === true) markAuthenticated(step, method.id);
  const charge = openCharge(step, intent, method, confirmation.authenticated === true);
  succeedCharge(step, charge.id);
  if (card.disputed !== null) {
    step.schedule('open_dispute', charge.id, step.settings.disputeOpensAfterSeconds, card.disputed);
  }
  completeIntent(step, id);
  return 'succeeded';
}

function askBank(step: Step, id: string, offSession: boolean): Attempt {
  const intent = step.edit('payment_intent', id);
  intent.status = 'requires_action';
  intent.next_action = {
    redirect_to_url: { return_url: null, url: `${step.settings.publicUrl}/authenticate/${id}` },
    type: 'redirect_to_url',
  };
  if (offSession) {
    intent.last_payment_error = {
      code: 'authentication_required',
      decline_code: 'authentication_required',
      doc_url: docUrl('authentication_required'),
      message: 'Your card was declined. This transaction requires authentication.',
      type: 'card_error',
    };
  }
  step.emit('payment_intent.requires_action', intent);
  return 'requires_action';
}

function declineIntent(step: Step, id: string, method: PaymentMethod, decline: Decline): Attempt {
  const charge = openCharge(step, step.get('payment_intent', id), method, false);
  failCharge(step, charge.id, decline);
  failIntent(step, id, {
    advice_code: decline.advice,
    charge: charge.id,
    code: decline.code,
    decline_code: decline.declineCode,
    doc_url: docUrl(decline.code),
    message: decline.message,
    payment_method: method,
    type: 'card_error',
  });
  return 'declined';
}

function failIntent(step: Step, id: string, error: PaymentError): void {
  const intent = step.edit('payment_intent', id);
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = error;
  step.emit('payment_intent.payment_failed', intent);
}

function completeIntent(step: Step, id: string): void {
  const intent = step.edit('payment_intent', id);
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.next_action = null;
  intent.last_payment_error = null;
  step.emit('payment_intent.succeeded', intent);
  const { payment_method: method, customer, setup_future_usage: usage } = intent;
  if (usage !== null && method !== null && customer !== null)
    attachPaymentMethod(step, method, customer);
}

/** What the bank's authentication page answered. */
export function authenticatePaymentIntent(step: Step, id: string, passed: boolean): Attempt {
  const intent = step.get('payment_intent', id);
  if (intent.status !== 'requires_action' || intent.payment_method === null) {
    throw invalidRequest(
      'This PaymentIntent is not waiting for authentication.',
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  const paymentMethod = intent.payment_method;
  if (passed) {
    return confirmPaymentIntent(step, id, {
      paymentMethod,
      offSession: false,
      authenticated: true,
    });
  }
  const code = 'payment_intent_authentication_failure';
  failIntent(step, id, {
    code,
    doc_url: docUrl(code),
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    payment_method: step.get('payment_method', paymentMethod),
    type: 'invalid_request_error',
  });
  return 'declined';
}

/** A bank debit is under way for days before it is known to have worked. */
function startDebit(
  step: Step,
  intent: PaymentIntent,
  method: PaymentMethod,
  iban: string,
): Attempt {
  const charge = openCharge(step, intent, method, false);
  step.emit('charge.pending', charge);
  const open = step.edit('payment_intent', intent.id);
  open.status = 'processing';
  step.emit('payment_intent.processing', open);
  step.schedule(
    'settle_debit',
    intent.id,
    step.settings.debitSettlesAfterSeconds,
    debitOutcome(iban),
  );
  if (intent.customer !== null && intent.setup_future_usage !== null) {
    attachPaymentMethod(step, method.id, intent.customer);
  }
  return 'processing';
}

/** The bank's answer to a debit. */
export function settleDebit(step: Step, id: string, outcome: string): 'declined' | 'succeeded' {
  const intent = step.get('payment_intent', id);
  const chargeId = intent.latest_charge ?? '';
  if (outcome !== 'fails') {
    succeedCharge(step, chargeId);
    if (outcome === 'disputed') {
      step.schedule('open_dispute', chargeId, step.settings.disputeOpensAfterSeconds, 'fraudulent');
    }
    completeIntent(step, id);
    return 'succeeded';
  }
  const method = step.get('payment_method', intent.payment_method ?? '');
  const message = 'The bank account has insufficient funds to complete the debit.';
  failCharge(step, chargeId, {
    code: 'insufficient_funds',
    declineCode: 'insufficient_funds',
    message,
    outcome: {
      reason: 'insufficient_funds',
      sellerMessage: message,
      networkStatus: 'declined_by_network',
    },
    advice: 'try_again_later',
    networkCode: 'AM04',
  });
  failIntent(step, id, {
    charge: chargeId,
    code: 'insufficient_funds',
    doc_url: docUrl('insufficient_funds'),
    message,
    payment_method: method,
    type: 'card_error',
  });
  return 'declined';
}

/** Gives up a payment that has not succeeded. */
export function cancelPaymentIntent(step: Step, id: string, reason: string | null): void {
  const held = step.get('payment_intent', id);
  if (['succeeded', 'canceled', 'processing'].includes(held.status)) return;
  const intent = step.edit('payment_intent', id);
  intent.status = 'canceled';
  intent.canceled_at = step.now;
  intent.cancellation_reason = reason;
  intent.next_action = null;
  step.emit('payment_intent.canceled', intent);
}
