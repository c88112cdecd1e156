import { invalidRequest } from '../errors.ts';
import { discountSession, writeTotals } from '../flows/checkout-discounts.ts';
import type { CheckoutMode, LineItem } from '../objects/checkout-session.ts';
import { planId } from '../objects/checkout-session.ts';
import type { Params } from '../params.ts';
import { flag, integer, mergedMetadata, nested, oneOf, text } from '../params.ts';
import type { Step } from '../step.ts';
import { readDiscounts, readMissingMethod } from './subscription-params.ts';

/** At most one discount, and not beside a field for promotion codes (https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-discounts). */
export function applyDiscounts(step: Step, id: string, params: Params): void {
  const { subscription, lineItems } = step.get('sandbox.checkout_plan', planId(id));
  const isTrial = subscription.trialDays !== null || subscription.trialEnd !== null;
  if (isTrial) writeTotals(step.edit('checkout.session', id), lineItems, true);
  const [discount, ...more] = readDiscounts(params) ?? [];
  if (!discount) return;
  if (more.length > 0) throw invalidRequest('You may only specify one discount.', 'discounts');
  if (flag(params, 'allow_promotion_codes') !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      'discounts',
    );
  }
  discountSession(step, id, discount);
}

export function readCollection(params: Params, mode: CheckoutMode) {
  const asked = oneOf(params, 'payment_method_collection', ['always', 'if_required'] as const);
  if (asked !== undefined && mode !== 'subscription') {
    throw invalidRequest(
      'You can only set `payment_method_collection` if there are recurring prices.',
      'payment_method_collection',
    );
  }
  return asked ?? null;
}

export function addPlan(
  step: Step,
  id: string,
  params: Params,
  lineItems: LineItem[],
  mode: CheckoutMode,
): void {
  if (mode !== 'payment' && params['payment_intent_data'] !== undefined) {
    throw invalidRequest(
      'You can not pass `payment_intent_data` in `subscription` mode.',
      'payment_intent_data',
    );
  }
  if (mode !== 'subscription' && params['subscription_data'] !== undefined) {
    throw invalidRequest(
      'You can only pass `subscription_data` in `subscription` mode.',
      'subscription_data',
    );
  }
  const payment = nested(params, 'payment_intent_data') ?? {};
  const subscription = nested(params, 'subscription_data') ?? {};
  step.add({
    id: planId(id),
    object: 'sandbox.checkout_plan',
    created: step.now,
    lineItems,
    payment: {
      description: text(payment, 'description') ?? null,
      metadata: mergedMetadata(payment),
      receiptEmail: text(payment, 'receipt_email') ?? null,
      setupFutureUsage:
        oneOf(payment, 'setup_future_usage', ['off_session', 'on_session'] as const) ?? null,
      statementDescriptorSuffix: text(payment, 'statement_descriptor_suffix') ?? null,
    },
    subscription: {
      description: text(subscription, 'description') ?? null,
      metadata: mergedMetadata(subscription),
      trialDays: integer(subscription, 'trial_period_days') ?? null,
      trialEnd: integer(subscription, 'trial_end') ?? null,
      missingPaymentMethod: readMissingMethod(subscription) ?? 'create_invoice',
    },
    discount: null,
    awaiting: null,
    paymentIntent: null,
  });
}
