import { StripeApiError } from '../errors.ts';
import type { Step } from '../step.ts';

/** The 402 that a declined payment answers with; what it has written stays written. */
export function declinedError(step: Step, intentId: string): StripeApiError {
  const intent = step.get('payment_intent', intentId);
  const error = intent.last_payment_error;
  return new StripeApiError({
    status: 402,
    type: 'card_error',
    code: error?.code ?? 'card_declined',
    declineCode: error?.decline_code,
    message: error?.message ?? 'Your card was declined.',
    charge: error?.charge,
    paymentIntent: intentId,
    keepsWrites: true,
  });
}
