import type { Invoice } from '../objects/invoice.ts';
import type { Step } from '../step.ts';
import { isHardDecline } from '../test-cards.ts';
import { profileOf } from './payment-methods.ts';

/**
 * A card that was declined for good is not charged again; the retries stay planned, and run once
 * there is another payment method (https://docs.stripe.com/billing/revenue-recovery/smart-retries).
 */
export function isRefusedForGood(step: Step, intent: string, paymentMethod: string): boolean {
  const error = step.get('payment_intent', intent).last_payment_error;
  if (!error?.decline_code || !isHardDecline(error.decline_code)) return false;
  const tried = error.payment_method?.id;
  return (
    tried !== undefined && profileOf(step, tried).number === profileOf(step, paymentMethod).number
  );
}

/** A first payment has 23 hours, and so has a change that waits for its payment; neither is retried. */
export function isRetried(invoice: Invoice): boolean {
  return invoice.billing_reason !== 'subscription_create' && invoice.auto_advance;
}
