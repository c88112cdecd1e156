import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import { setDiscounts } from '../flows/discounts.ts';
import { followSubscription } from '../flows/schedules.ts';
import { planCancellation, periodEnd } from '../flows/subscriptions.ts';
import { updateBilling } from '../flows/update-payments.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Params } from '../params.ts';
import { clearable, flag, given, integer, mergedMetadata, nested, oneOf, text } from '../params.ts';
import type { Step } from '../step.ts';
import {
  readBehavior,
  readBillingChange,
  readDiscounts,
  readMissingMethod,
} from './subscription-params.ts';

export const ENDED = ['canceled', 'incomplete_expired'];
const PAUSES = ['keep_as_draft', 'mark_uncollectible', 'void'] as const;

const BILLING = [
  'billing_cycle_anchor',
  'items',
  'proration_behavior',
  'proration_date',
  'trial_end',
];
const WITH_PENDING = [...BILLING, 'expand', 'metadata', 'off_session', 'payment_behavior'];

export const UPDATE_PARAMS = [
  'cancel_at',
  'cancel_at_period_end',
  'cancellation_details.comment',
  'cancellation_details.feedback',
  'default_payment_method',
  'description',
  'discounts',
  'metadata',
  'off_session',
  'pause_collection',
  'payment_behavior',
  'trial_settings',
  ...BILLING,
];

/** `POST /v1/subscriptions/:id` (https://docs.stripe.com/api/subscriptions/update). */
export function update(step: Step, id: string, params: Params): Subscription {
  const held = step.get('subscription', id);
  const behavior = readBehavior(params);
  if (behavior === 'pending_if_incomplete') refuseBeside(params);
  if (ENDED.includes(held.status)) return updateEnded(step, id, params);
  const change = readBillingChange(step, params);
  const isPending = behavior === 'pending_if_incomplete' && change !== null;
  applyTerms(step, id, isPending ? { ...params, metadata: undefined } : params);
  if (change) {
    if (held.status === 'incomplete') {
      throw invalidRequest(
        'This subscription is incomplete: its first invoice has to be paid before it can be changed.',
      );
    }
    updateBilling(step, id, change, { behavior, offSession: flag(params, 'off_session') ?? false });
  }
  const subscription = step.edit('subscription', id);
  if (isPending) applyPendingMetadata(subscription, params);
  if (change) followSubscription(step, subscription);
  applyCancellation(step, subscription, params);
  step.emit('customer.subscription.updated', subscription);
  return step.get('subscription', id);
}

function updateEnded(step: Step, id: string, params: Params): Subscription {
  const allowed = ['cancellation_details', 'metadata', 'expand'];
  if (Object.keys(params).some((name) => !allowed.includes(name))) {
    throw invalidRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
    );
  }
  const subscription = step.edit('subscription', id);
  subscription.metadata = mergedMetadata(params, subscription.metadata);
  applyDetails(subscription, params);
  step.emit('customer.subscription.updated', subscription);
  return step.get('subscription', id);
}

/**
 * Metadata waits with the change that it came with, and is merged when that is applied
 * (https://docs.stripe.com/changelog/dahlia/2026-05-27/pending-subscription-update-metadata).
 */
function applyPendingMetadata(subscription: Subscription, params: Params): void {
  if (!given(params, 'metadata')) return;
  const { pending_update: pending } = subscription;
  if (pending) pending.metadata = mergedMetadata(params);
  else subscription.metadata = mergedMetadata(params, subscription.metadata);
}

/** https://docs.stripe.com/billing/subscriptions/pending-updates-reference#supported-attributes */
function refuseBeside(params: Params): void {
  for (const name of Object.keys(params)) {
    if (WITH_PENDING.includes(name) || !given(params, name)) continue;
    throw invalidRequest(
      `You can't update \`${name}\` when \`payment_behavior\` is \`pending_if_incomplete\`.`,
      name,
    );
  }
}

function applyTerms(step: Step, id: string, params: Params): void {
  const subscription = step.edit('subscription', id);
  subscription.metadata = mergedMetadata(params, subscription.metadata);
  const description = clearable(params, 'description');
  if (description !== undefined) subscription.description = description;
  const method = text(params, 'default_payment_method');
  if (method !== undefined) {
    const owner = step.get('payment_method', method, 'default_payment_method').customer;
    if (owner !== subscription.customer) {
      throw invalidRequest(
        `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
        'default_payment_method',
        'resource_missing',
      );
    }
    subscription.default_payment_method = method;
  }
  const missing = readMissingMethod(params);
  if (missing) subscription.trial_settings.end_behavior.missing_payment_method = missing;
  applyPause(subscription, params);
  const discounts = readDiscounts(params);
  if (discounts === undefined || discounts?.length === 0) return;
  const { customer, currency, items } = subscription;
  const subtotal = items.data.reduce(
    (sum, { price, quantity }) => sum + price.unit_amount * quantity,
    0,
  );
  setDiscounts(step, subscription, discounts ?? [], { customer, currency, subtotal });
}

function applyPause(subscription: Subscription, params: Params): void {
  if (!given(params, 'pause_collection')) return;
  const pause = nested(params, 'pause_collection');
  if (pause && subscription.schedule !== null) refuseScheduled(subscription, 'pause_collection');
  const behavior = pause && oneOf(pause, 'behavior', PAUSES);
  if (pause && behavior === undefined) throw missingParam('pause_collection[behavior]');
  subscription.pause_collection =
    pause && behavior ? { behavior, resumes_at: integer(pause, 'resumes_at') ?? null } : null;
}

/** A schedule keeps what it manages to itself (https://docs.stripe.com/billing/subscriptions/subscription-schedules). */
function refuseScheduled(subscription: Subscription, what: string): never {
  throw invalidRequest(
    `The subscription is managed by the subscription schedule \`${subscription.schedule ?? ''}\`, and updating any ${what} behavior directly is not allowed. Please update the schedule instead.`,
    what,
  );
}

function applyCancellation(step: Step, subscription: Subscription, params: Params): void {
  const atEnd = flag(params, 'cancel_at_period_end');
  const isGiven = atEnd !== undefined || given(params, 'cancel_at');
  if (isGiven && subscription.schedule !== null) refuseScheduled(subscription, 'cancelation');
  if (atEnd !== undefined && text(params, 'cancel_at') !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: cancel_at_period_end, cancel_at.',
      'cancel_at',
    );
  }
  if (atEnd !== undefined) planCancellation(step, subscription, atEnd ? true : null);
  if (given(params, 'cancel_at')) planAt(step, subscription, params);
  applyDetails(subscription, params);
}

function planAt(step: Step, subscription: Subscription, params: Params): void {
  const at = text(params, 'cancel_at');
  if (at === undefined) planCancellation(step, subscription, null);
  else if (at === 'min_period_end' || at === 'max_period_end') {
    planCancellation(step, subscription, periodEnd(subscription));
  } else {
    const moment = integer(params, 'cancel_at') ?? null;
    const cutsShort = moment !== null && moment < periodEnd(subscription);
    if (cutsShort && text(params, 'proration_behavior') === 'none') {
      throw unsupported('an end within the period without prorations', 'cancel_at');
    }
    planCancellation(step, subscription, moment);
  }
}

function applyDetails(subscription: Subscription, params: Params): void {
  const details = nested(params, 'cancellation_details');
  if (!details) return;
  for (const name of ['comment', 'feedback'] as const) {
    const value = clearable(details, name);
    if (value !== undefined) subscription.cancellation_details[name] = value;
  }
}
