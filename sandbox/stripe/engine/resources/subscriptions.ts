import { DAY } from '../calendar.ts';
import { StripeApiError, invalidRequest } from '../errors.ts';
import { cancelSubscription } from '../flows/cancellations.ts';
import { priceOfItem } from '../flows/catalogue.ts';
import { collectInvoice } from '../flows/collection.ts';
import { declinedError } from '../flows/decline-error.ts';
import { endDiscount } from '../flows/discounts.ts';
import { deletedDiscount } from '../objects/coupon.ts';
import { intentOfInvoice } from '../flows/invoices.ts';
import { createSubscription, periodEnd } from '../flows/subscriptions.ts';
import type { Params } from '../params.ts';
import {
  flag,
  given,
  inRange,
  integer,
  mergedMetadata,
  nested,
  objects,
  range,
  requiredText,
  text,
} from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';
import { pauseRoutes } from './subscription-pauses.ts';
import {
  readBehavior,
  readDiscounts,
  readMissingMethod,
  readTrialEnd,
} from './subscription-params.ts';
import { ENDED, UPDATE_PARAMS, update } from './subscription-update.ts';

function create(step: Step, params: Params) {
  const customer = step.get('customer', requiredText(params, 'customer'), 'customer').id;
  const items = objects(params, 'items') ?? [];
  const method = text(params, 'default_payment_method') ?? null;
  if (method !== null) step.get('payment_method', method, 'default_payment_method');
  const behavior = readBehavior(params);
  if (behavior === 'pending_if_incomplete') {
    throw invalidRequest(
      '`pending_if_incomplete` can only be used when updating a subscription.',
      'payment_behavior',
    );
  }
  const missing = readMissingMethod(params);
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
    discounts: readDiscounts(params) ?? [],
    trialEnd: trialEndOf(step, params),
    ...(missing === undefined ? {} : { missingPaymentMethod: missing }),
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
    // Nothing of the subscription remains.
    const { details } = declinedError(step, intentOfInvoice(step, invoice) ?? '');
    throw new StripeApiError({ ...details, keepsWrites: false });
  }
  return step.get('subscription', id);
}

function trialEndOf(step: Step, params: Params): number | null {
  const days = integer(params, 'trial_period_days');
  const end = readTrialEnd(params);
  if (days !== undefined && end !== null) {
    throw invalidRequest(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_end',
    );
  }
  if (days !== undefined) return step.now + days * DAY;
  return end === 'now' ? null : end;
}

function remove(step: Step, params: Params, id: string) {
  const held = step.get('subscription', id);
  const details = nested(params, 'cancellation_details');
  if (details && !ENDED.includes(held.status)) {
    const subscription = step.edit('subscription', id);
    subscription.cancellation_details.comment = text(details, 'comment') ?? null;
    subscription.cancellation_details.feedback = text(details, 'feedback') ?? null;
  }
  const { latest_invoice: before } = held;
  const ended = cancelSubscription(step, id, 'cancellation_requested', {
    prorate: flag(params, 'prorate') ?? false,
    invoiceNow: flag(params, 'invoice_now') ?? false,
  });
  const last = ended.latest_invoice;
  if (last !== null && last !== before)
    collectInvoice(step, last, { offSession: true, scheduled: true });
  return step.get('subscription', id);
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
      'discounts',
      'metadata',
      'off_session',
      'payment_behavior',
      'billing_mode.type',
      'trial_end',
      'trial_period_days',
      'trial_settings',
    ],
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    params: UPDATE_PARAMS,
    handle: (step, { params, id }) => update(step, id, params),
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    params: [
      'cancellation_details.comment',
      'cancellation_details.feedback',
      'invoice_now',
      'prorate',
    ],
    handle: (step, { params, id }) => remove(step, params, id),
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id/discount',
    params: [],
    handle: (step, { id }) => {
      const subscription = step.edit('subscription', id);
      const [discount] = subscription.discounts;
      if (discount === undefined)
        throw invalidRequest(
          'This subscription does not have a discount.',
          'id',
          'resource_missing',
        );
      endDiscount(step, subscription, discount);
      return deletedDiscount(step.get('discount', discount));
    },
  },
  ...pauseRoutes,
  retrieveRoute('subscription', '/v1/subscriptions/:id'),
  listRoute('subscription', '/v1/subscriptions', {
    by: ['customer', 'test_clock'],
    where: {
      status: (subscription, value) =>
        value === 'all' ||
        subscription.status === value ||
        (value === 'ended' && ENDED.includes(subscription.status)),
      price: (subscription, value) =>
        subscription.items.data.some((item) => item.price.id === value),
      collection_method: (subscription, value) => subscription.collection_method === value,
      current_period_end: (subscription, _value, params) =>
        inRange(periodEnd(subscription), range(params, 'current_period_end') ?? {}),
      current_period_start: (subscription, _value, params) =>
        subscription.items.data.some((item) =>
          inRange(item.current_period_start, range(params, 'current_period_start') ?? {}),
        ),
    },
    // Without a status, ended subscriptions are left out.
    always: (subscription, params) =>
      text(params, 'status') !== undefined || subscription.status !== 'canceled',
  }),
  retrieveItemRoute(),
];

/** An item lives within its subscription. */
function retrieveItemRoute(): Route {
  return {
    method: 'GET',
    path: '/v1/subscription_items',
    params: ['subscription', 'limit', 'starting_after', 'ending_before'],
    handle: (step, { params }) => {
      if (given(params, 'starting_after') || given(params, 'ending_before')) {
        throw invalidRequest(
          'The sandbox does not page through subscription items.',
          'starting_after',
          'sandbox_unsupported',
        );
      }
      const id = requiredText(params, 'subscription');
      const { data } = step.get('subscription', id, 'subscription').items;
      return { object: 'list', data, has_more: false, url: '/v1/subscription_items' };
    },
  };
}
