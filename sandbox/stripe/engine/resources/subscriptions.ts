import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import { priceOfItem } from '../flows/catalogue.ts';
import { collectInvoice } from '../flows/collection.ts';
import { declinedError } from '../flows/decline-error.ts';
import { intentOfInvoice } from '../flows/invoices.ts';
import {
  cancelSubscription,
  createSubscription,
  periodEnd,
  planCancellation,
} from '../flows/subscriptions.ts';
import { planOf } from '../objects/catalogue.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Params } from '../params.ts';
import {
  clearable,
  flag,
  given,
  inRange,
  integer,
  mergedMetadata,
  nested,
  objects,
  oneOf,
  range,
  requiredText,
  text,
} from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

const ENDED = ['canceled', 'incomplete_expired'];
const PAUSES = ['keep_as_draft', 'mark_uncollectible', 'void'] as const;

function create(step: Step, params: Params) {
  const customer = step.get('customer', requiredText(params, 'customer'), 'customer').id;
  const items = objects(params, 'items') ?? [];
  const method = text(params, 'default_payment_method') ?? null;
  if (method !== null) step.get('payment_method', method, 'default_payment_method');
  const behavior = text(params, 'payment_behavior') ?? 'allow_incomplete';
  const { id, latest_invoice: invoice } = createSubscription(step, {
    customer,
    items: items.map((item, index) => ({
      price: priceOfItem(step, item, `items[${index}]`),
      quantity: integer(item, 'quantity') ?? 1,
      metadata: mergedMetadata(item),
    })),
    defaultPaymentMethod: method,
    description: text(params, 'description') ?? null,
    metadata: mergedMetadata(params),
  });
  if (invoice === null || behavior === 'default_incomplete') return step.get('subscription', id);
  const attempt = collectInvoice(step, invoice, {
    offSession: flag(params, 'off_session') ?? false,
    scheduled: true,
  });
  if (attempt === 'no_payment_method') {
    throw invalidRequest(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      undefined,
      'resource_missing',
    );
  }
  if (attempt === 'declined' && behavior === 'error_if_incomplete') {
    throw declinedError(step, intentOfInvoice(step, invoice) ?? '');
  }
  return step.get('subscription', id);
}

function update(step: Step, id: string, params: Params) {
  const held = step.get('subscription', id);
  if (ENDED.includes(held.status)) {
    throw invalidRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
    );
  }
  const subscription = step.edit('subscription', id);
  subscription.metadata = mergedMetadata(params, subscription.metadata);
  const description = clearable(params, 'description');
  if (description !== undefined) subscription.description = description;
  const method = text(params, 'default_payment_method');
  if (method !== undefined) {
    if (step.get('payment_method', method, 'default_payment_method').customer !== held.customer) {
      throw invalidRequest(
        `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
        'default_payment_method',
        'resource_missing',
      );
    }
    subscription.default_payment_method = method;
  }
  applyCancellation(step, subscription, params);
  if (given(params, 'pause_collection')) {
    const pause = nested(params, 'pause_collection');
    const behavior = pause && oneOf(pause, 'behavior', PAUSES);
    if (pause && behavior === undefined) throw missingParam('pause_collection[behavior]');
    subscription.pause_collection =
      pause && behavior ? { behavior, resumes_at: integer(pause, 'resumes_at') ?? null } : null;
  }
  if (given(params, 'items')) switchPrice(step, subscription, params);
  step.emit('customer.subscription.updated', subscription);
  return step.get('subscription', id);
}

function applyCancellation(step: Step, subscription: Subscription, params: Params): void {
  const atEnd = flag(params, 'cancel_at_period_end');
  if (atEnd !== undefined && text(params, 'cancel_at') !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: cancel_at_period_end, cancel_at.',
      'cancel_at',
    );
  }
  if (atEnd !== undefined) planCancellation(step, subscription, atEnd ? true : null);
  if (given(params, 'cancel_at')) {
    const at = text(params, 'cancel_at');
    if (at === undefined) planCancellation(step, subscription, null);
    else if (at === 'min_period_end' || at === 'max_period_end') {
      planCancellation(step, subscription, periodEnd(subscription));
    } else planCancellation(step, subscription, integer(params, 'cancel_at') ?? null);
  }
  const details = nested(params, 'cancellation_details');
  if (!details) return;
  for (const name of ['comment', 'feedback'] as const) {
    const value = clearable(details, name);
    if (value !== undefined) subscription.cancellation_details[name] = value;
  }
}

/** Another price from the next period on; what would need proration is refused for now. */
function switchPrice(step: Step, subscription: Subscription, params: Params): void {
  if (text(params, 'proration_behavior') !== 'none') {
    throw unsupported(
      "changing items with a proration_behavior other than 'none'",
      'proration_behavior',
    );
  }
  const [change, ...more] = objects(params, 'items') ?? [];
  const [item] = subscription.items.data;
  if (!change || !item || more.length > 0 || text(change, 'id') !== item.id) {
    throw unsupported('items other than a change of the only item, by its id', 'items');
  }
  if (change['price'] !== undefined || change['price_data'] !== undefined) {
    const price = priceOfItem(step, change, 'items[0]');
    const now = item.price.recurring;
    if (
      price.recurring?.interval !== now?.interval ||
      price.recurring?.interval_count !== now?.interval_count
    ) {
      throw unsupported('a change of interval', 'items[0][price]');
    }
    item.price = price;
    item.plan = planOf(price);
  }
  item.quantity = integer(change, 'quantity') ?? item.quantity;
}

export const subscriptionRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/subscriptions',
    params: [
      'customer',
      'items',
      'default_payment_method',
      'description',
      'metadata',
      'off_session',
      'payment_behavior',
      'billing_mode.type',
    ],
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    params: [
      'cancel_at',
      'cancel_at_period_end',
      'cancellation_details.comment',
      'cancellation_details.feedback',
      'default_payment_method',
      'description',
      'items',
      'metadata',
      'pause_collection',
      'proration_behavior',
    ],
    handle: (step, { params, id }) => update(step, id, params),
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    params: ['cancellation_details.comment', 'cancellation_details.feedback'],
    handle: (step, { params, id }) => {
      const details = nested(params, 'cancellation_details');
      if (details) {
        const subscription = step.edit('subscription', id);
        subscription.cancellation_details.comment = text(details, 'comment') ?? null;
        subscription.cancellation_details.feedback = text(details, 'feedback') ?? null;
      }
      return cancelSubscription(step, id, 'cancellation_requested');
    },
  },
  retrieveRoute('subscription', '/v1/subscriptions/:id'),
  listRoute('subscription', '/v1/subscriptions', {
    by: ['customer'],
    where: {
      status: (subscription, value) =>
        value === 'all' ||
        subscription.status === value ||
        (value === 'ended' && ENDED.includes(subscription.status)),
      price: (subscription, value) =>
        subscription.items.data.some((item) => item.price.id === value),
      current_period_end: (subscription, _value, params) =>
        inRange(periodEnd(subscription), range(params, 'current_period_end') ?? {}),
    },
    // Without a status, ended subscriptions are left out.
    always: (subscription, params) =>
      text(params, 'status') !== undefined || subscription.status !== 'canceled',
  }),
];
