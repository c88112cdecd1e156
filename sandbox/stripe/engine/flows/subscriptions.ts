import { nextBoundary, periodBoundary } from '../calendar.ts';
import { invalidRequest, unsupported } from '../errors.ts';
import type { Metadata } from '../params.ts';
import type { Price } from '../objects/catalogue.ts';
import { planOf } from '../objects/catalogue.ts';
import type { Subscription } from '../objects/subscription.ts';
import { newSubscription, newSubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { cancelPaymentIntent } from './payment-intents.ts';
import {
  createInvoice,
  finalizeInvoice,
  intentOfInvoice,
  stopCollecting,
  voidInvoice,
} from './invoices.ts';

export interface SubscriptionInput {
  customer: string;
  items: { price: Price; quantity: number; metadata?: Metadata }[];
  defaultPaymentMethod: string | null;
  description: string | null;
  metadata: Metadata;
  /** A payment intent left by a declined attempt in Checkout. */
  paymentIntent?: string | null;
}

/**
 * A subscription, incomplete until its first invoice, which is finalized at once, has been paid
 * (https://docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle).
 */
export function createSubscription(step: Step, input: SubscriptionInput): Subscription {
  const [first] = input.items;
  if (!first) throw invalidRequest('Missing required param: items.', 'items', 'parameter_missing');
  const id = step.newId('sub');
  const subscription = step.add(
    newSubscription(id, step.now, {
      customer: input.customer,
      currency: first.price.currency,
      description: input.description,
      defaultPaymentMethod: input.defaultPaymentMethod,
      metadata: input.metadata,
    }),
  );
  for (const { price, quantity, metadata } of input.items) {
    if (!price.recurring) {
      throw invalidRequest(
        `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
        'items[0][price]',
      );
    }
    if (price.currency !== first.price.currency) {
      throw invalidRequest('All prices on a subscription must have the same currency.', 'items');
    }
    if (price.recurring.interval !== first.price.recurring?.interval)
      throw unsupported('items of mixed intervals', 'items');
    const { interval, interval_count: count } = price.recurring;
    const item = newSubscriptionItem(step.newId('si'), step.now, {
      subscription: id,
      price,
      plan: planOf(price),
      quantity,
      start: step.now,
      end: periodBoundary(step.now, interval, count, 1),
    });
    item.metadata = metadata ?? {};
    subscription.items.data.push(item);
  }
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_create',
    period: { start: step.now, end: step.now },
    finalizesAt: null,
  });
  subscription.latest_invoice = invoice.id;
  step.emit('customer.subscription.created', subscription);
  finalizeInvoice(step, invoice.id, input.paymentIntent ?? null);
  return step.get('subscription', id);
}

/** The end of the paid period. */
export function periodEnd(subscription: Subscription): number {
  return Math.min(...subscription.items.data.map((item) => item.current_period_end));
}

/** A period has ended: on to the next one, with a draft invoice for it. */
export function renewSubscription(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  const ended = { start: 0, end: periodEnd(subscription) };
  for (const item of subscription.items.data) {
    const { interval, interval_count: count } = item.price.recurring ?? {
      interval: 'month',
      interval_count: 1,
    };
    ended.start = item.current_period_start;
    item.current_period_start = item.current_period_end;
    item.current_period_end = nextBoundary(
      subscription.billing_cycle_anchor,
      interval,
      count,
      item.current_period_start,
    );
  }
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_cycle',
    period: ended,
    finalizesAt: subscription.status === 'unpaid' ? null : step.now + step.settings.draftSeconds,
  });
  if (subscription.status === 'unpaid') step.edit('invoice', invoice.id).auto_advance = false;
  subscription.latest_invoice = invoice.id;
  step.emit('customer.subscription.updated', subscription);
}

/** Ends a subscription now; what it still owes is no longer collected. */
export function cancelSubscription(
  step: Step,
  id: string,
  reason: 'cancellation_requested' | 'payment_failed',
): Subscription {
  const held = step.get('subscription', id);
  if (held.status === 'canceled' || held.status === 'incomplete_expired') {
    throw invalidRequest(`No such subscription: '${id}'`, 'id', 'resource_missing');
  }
  stopCollecting(step, id);
  const subscription = step.edit('subscription', id);
  subscription.status = 'canceled';
  subscription.canceled_at ??= step.now;
  subscription.ended_at = step.now;
  subscription.cancellation_details.reason ??= reason;
  step.emit('customer.subscription.deleted', subscription);
  return step.get('subscription', id);
}

/** The first payment was not made within 23 hours. */
export function expireIncomplete(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  subscription.status = 'incomplete_expired';
  subscription.ended_at = step.now;
  const invoice = subscription.latest_invoice;
  step.emit('customer.subscription.updated', subscription);
  if (invoice === null) return;
  const intent = intentOfInvoice(step, invoice);
  if (step.get('invoice', invoice).status === 'open') voidInvoice(step, invoice);
  if (intent !== null) cancelPaymentIntent(step, intent, 'void_invoice');
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
  subscription.cancel_at = at === true ? periodEnd(subscription) : at;
  subscription.cancel_at_period_end = at === true;
  subscription.canceled_at = step.now;
  subscription.cancellation_details.reason = 'cancellation_requested';
}
