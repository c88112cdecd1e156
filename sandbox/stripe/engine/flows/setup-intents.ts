import { docUrl, invalidRequest } from '../errors.ts';
import type { SetupIntent } from '../objects/setup-intent.ts';
import { newSetupIntent } from '../objects/setup-intent.ts';
import type { Metadata } from '../params.ts';
import type { Step } from '../step.ts';
import { findCard } from '../test-cards.ts';
import { attachPaymentMethod, profileOf } from './payment-methods.ts';

export function createSetupIntent(
  step: Step,
  fields: {
    customer: string | null;
    description: string | null;
    metadata: Metadata;
    paymentMethodTypes: string[];
  },
): SetupIntent {
  const intent = step.add(
    newSetupIntent(step.newId('seti'), step.now, { ...fields, secret: step.newSecret() }),
  );
  step.emit('setup_intent.created', intent);
  return intent;
}

export type SetupAttempt = 'declined' | 'requires_action' | 'succeeded';

/** Saves a payment method without charging it (https://docs.stripe.com/payments/setup-intents). */
export function confirmSetup(step: Step, id: string, paymentMethod: string): SetupAttempt {
  const method = step.get('payment_method', paymentMethod, 'payment_method');
  const intent = step.edit('setup_intent', id);
  intent.payment_method = method.id;
  intent.last_setup_error = null;
  if (method.type === 'sepa_debit') return succeed(step, id);
  const card = findCard(profileOf(step, method.id).number);
  if (card.decline) {
    intent.status = 'requires_payment_method';
    intent.payment_method = null;
    intent.last_setup_error = {
      code: card.decline.code,
      decline_code: card.decline.declineCode,
      doc_url: docUrl(card.decline.code),
      message: card.decline.message,
      payment_method: method,
      type: 'card_error',
    };
    step.emit('setup_intent.setup_failed', intent);
    return 'declined';
  }
  if (card.authentication === 'none') return succeed(step, id);
  intent.status = 'requires_action';
  intent.next_action = {
    redirect_to_url: { return_url: null, url: `${step.settings.publicUrl}/authenticate/${id}` },
    type: 'redirect_to_url',
  };
  step.emit('setup_intent.requires_action', intent);
  return 'requires_action';
}

export function authenticateSetup(step: Step, id: string, passed: boolean): SetupAttempt {
  if (step.get('setup_intent', id).status !== 'requires_action') {
    throw invalidRequest(
      'This SetupIntent is not waiting for authentication.',
      undefined,
      'setup_intent_unexpected_state',
    );
  }
  if (passed) return succeed(step, id);
  const code = 'setup_intent_authentication_failure';
  const intent = step.edit('setup_intent', id);
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_setup_error = {
    code,
    doc_url: docUrl(code),
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    type: 'invalid_request_error',
  };
  step.emit('setup_intent.setup_failed', intent);
  return 'declined';
}

/** Gives up saving a payment method (https://docs.stripe.com/api/setup_intents/cancel). */
export function cancelSetup(step: Step, id: string, reason: string | null): SetupIntent {
  const held = step.get('setup_intent', id);
  if (held.status === 'succeeded' || held.status === 'canceled') {
    throw invalidRequest(
      `You cannot cancel this SetupIntent because it has a status of ${held.status}.`,
      undefined,
      'setup_intent_unexpected_state',
    );
  }
  const intent = step.edit('setup_intent', id);
  intent.status = 'canceled';
  intent.cancellation_reason = reason;
  intent.next_action = null;
  step.emit('setup_intent.canceled', intent);
  return step.get('setup_intent', id);
}

function succeed(step: Step, id: string): SetupAttempt {
  const intent = step.edit('setup_intent', id);
  intent.status = 'succeeded';
  intent.next_action = null;
  step.emit('setup_intent.succeeded', intent);
  if (intent.customer !== null && intent.payment_method !== null) {
    attachPaymentMethod(step, intent.payment_method, intent.customer);
  }
  return 'succeeded';
}
