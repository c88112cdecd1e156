import { addMonths, DAY } from '../calendar.ts';
import { invalidRequest, unsupported } from '../errors.ts';
import type { Metadata } from '../params.ts';
import type { Price } from '../objects/catalogue.ts';
import { planOf } from '../objects/catalogue.ts';
import type { MissingPaymentMethod, Subscription } from '../objects/subscription.ts';
import { newSubscription, newSubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import type { DiscountInput } from './discounts.ts';
import { setDiscounts } from './discounts.ts';
import { createInvoice, finalizeInvoice } from './invoices.ts';
import { naturalPeriod } from './period-amounts.ts';
import { planReminders } from './reminders.ts';

export interface ItemInput {
  price: Price;
  quantity: number;
  metadata?: Metadata;
}

export interface SubscriptionInput {
  customer: string;
  items: ItemInput[];
  defaultPaymentMethod: string | null;
  description: string | null;
  metadata: Metadata;
  discounts?: readonly DiscountInput[];
  checkoutSession?: string;
  /** The end of a free trial. */
  trialEnd?: number | null;
  missingPaymentMethod?: MissingPaymentMethod;
  /** A payment intent left by a declined attempt in Checkout. */
  paymentIntent?: string | null;
}

const LONGEST_TRIAL_DAYS = 730;

/**
 * A subscription, incomplete until its first invoice, which is finalized at once, has been paid
 * (https://docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle).
 */
export function createSubscription(step: Step, input: SubscriptionInput): Subscription {
  const [first] = input.items;
  if (!first) throw invalidRequest('Missing required param: items.', 'items', 'parameter_missing');
  const customer = step.get('customer', input.customer, 'customer');
  checkClock(step, customer.id, customer.test_clock);
  const id = step.newId('sub');
  const subscription = step.add(
    newSubscription(id, step.now, {
      customer: input.customer,
      currency: first.price.currency,
      description: input.description,
      defaultPaymentMethod: input.defaultPaymentMethod,
      metadata: input.metadata,
      testClock: customer.test_clock,
    }),
  );
  subscription.trial_settings.end_behavior.missing_payment_method =
    input.missingPaymentMethod ?? 'create_invoice';
  beginTrial(step, subscription, input.trialEnd ?? null);
  for (const item of input.items) addItem(step, subscription, item);
  const subtotal = input.items.reduce(
    (sum, item) => sum + item.price.unit_amount * item.quantity,
    0,
  );
  setDiscounts(
    step,
    subscription,
    input.discounts ?? [],
    { customer: customer.id, currency: subscription.currency, subtotal },
    input.checkoutSession ?? null,
  );
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_create',
    period: { start: step.now, end: step.now },
    finalizesAt: null,
  });
  subscription.latest_invoice = invoice.id;
  step.emit('customer.subscription.created', subscription);
  finalizeInvoice(step, invoice.id, input.paymentIntent ?? null);
  planReminders(step, step.get('subscription', id));
  return step.get('subscription', id);
}

function beginTrial(step: Step, subscription: Subscription, end: number | null): void {
  if (end === null || end <= step.now) return;
  checkTrialEnd(step, end);
  subscription.status = 'trialing';
  subscription.trial_start = step.now;
  subscription.trial_end = end;
  subscription.billing_cycle_anchor = end;
}

/** At most two years from now (https://docs.stripe.com/api/subscriptions/create#create_subscription-trial_end). */
export function checkTrialEnd(step: Step, end: number): void {
  if (end > step.now + LONGEST_TRIAL_DAYS * DAY) {
    throw invalidRequest(
      'Invalid timestamp: can be no more than two years in the future',
      'trial_end',
    );
  }
}

/** Adds an item whose first period begins now; all items share one interval and one currency. */
export function addItem(step: Step, subscription: Subscription, input: ItemInput): void {
  const { price, quantity, metadata = {} } = input;
  const [first] = subscription.items.data;
  if (!price.recurring) {
    throw invalidRequest(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      'items[0][price]',
    );
  }
  checkFits(price, first?.price ?? price, subscription.currency);
  const isTrial = subscription.status === 'trialing' && subscription.trial_end !== null;
  const { end } = naturalPeriod(subscription.billing_cycle_anchor, price, step.now);
  const item = newSubscriptionItem(step.newId('si'), step.now, {
    subscription: subscription.id,
    price,
    plan: planOf(price),
    quantity,
    start: step.now,
    end: isTrial ? (subscription.trial_end ?? end) : end,
  });
  item.metadata = metadata;
  subscription.items.data.push(item);
}

export function checkFits(price: Price, beside: Price, currency: string): void {
  if (price.currency !== currency) {
    throw invalidRequest('All prices on a subscription must have the same currency.', 'items');
  }
  const [one, other] = [price.recurring, beside.recurring];
  if (one?.interval !== other?.interval || one?.interval_count !== other?.interval_count) {
    throw unsupported('items of mixed intervals', 'items');
  }
}

const MOST_SUBSCRIPTIONS = 3;

/** A customer of a test clock has at most three subscriptions (https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage). */
function checkClock(step: Step, customer: string, clock: string | null): void {
  if (clock === null) return;
  const held = step.listBy('subscription', 'customer', customer).length;
  if (held >= MOST_SUBSCRIPTIONS) {
    throw invalidRequest(
      `You have reached the limit of ${MOST_SUBSCRIPTIONS} subscriptions for a customer with a test clock.`,
      'customer',
    );
  }
}

/** The end of the paid period. */
export function periodEnd(subscription: Subscription): number {
  return Math.min(...subscription.items.data.map((item) => item.current_period_end));
}

/**
 * Plans the end (`true`: at the period's end; a moment: then) or takes the plan back (`null`).
 * `cancel_at_period_end` sets `cancel_at` as well; clearing either clears both.
 */
export function planCancellation(
  step: Step,
  subscription: Subscription,
  at: number | true | null,
): void {
  if (at === null) {
    subscription.cancel_at = null;
    subscription.cancel_at_period_end = false;
    subscription.canceled_at = null;
    subscription.cancellation_details = {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: null,
    };
    return;
  }
  if (at !== true && at <= step.now) {
    throw invalidRequest('The cancel_at timestamp must be in the future.', 'cancel_at');
  }
  if (at !== true && at > addMonths(step.now, 60)) {
    throw invalidRequest('cancel_at can be at most five years in the future.', 'cancel_at');
  }
  subscription.cancel_at = at === true ? periodEnd(subscription) : at;
  subscription.cancel_at_period_end = at === true;
  subscription.canceled_at = step.now;
  subscription.cancellation_details.reason = 'cancellation_requested';
}
