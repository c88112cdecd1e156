import { invalidRequest, missingParam } from '../errors.ts';
import { cancelSubscription } from '../flows/cancellations.ts';
import { collectInvoice } from '../flows/collection.ts';
import { releaseSchedule } from '../flows/schedule-ends.ts';
import { markPhase, startSchedule } from '../flows/schedules.ts';
import { periodEnd } from '../flows/subscriptions.ts';
import type { Phase, SubscriptionSchedule } from '../objects/schedule.ts';
import { newSchedule } from '../objects/schedule.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Params } from '../params.ts';
import { flag, given, mergedMetadata, requiredText, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';
import { changePhases, moment, readEndBehavior, readPhases } from './schedule-params.ts';

const PATH = '/v1/subscription_schedules';

function create(step: Step, params: Params): SubscriptionSchedule {
  const from = text(params, 'from_subscription');
  if (from !== undefined) return createFrom(step, from, params);
  const customer = step.get('customer', requiredText(params, 'customer'), 'customer');
  const start = moment(step, params, 'start_date') ?? step.now;
  const phases = readPhases(step, params, start);
  const schedule = step.add(
    newSchedule(step.newId('sub_sched'), step.now, {
      customer: customer.id,
      endBehavior: readEndBehavior(params) ?? 'release',
      metadata: mergedMetadata(params),
      subscription: null,
      testClock: customer.test_clock,
    }),
  );
  schedule.phases = phases;
  step.emit('subscription_schedule.created', schedule);
  if (start <= step.now) startSchedule(step, schedule.id);
  return step.get('subscription_schedule', schedule.id);
}

/** The subscription as it is becomes the first phase, until its period ends (https://docs.stripe.com/api/subscription_schedules/create#create_subscription_schedule-from_subscription). */
function createFrom(step: Step, id: string, params: Params): SubscriptionSchedule {
  for (const name of ['customer', 'phases', 'start_date', 'end_behavior', 'default_settings']) {
    if (!given(params, name)) continue;
    throw invalidRequest(`You cannot set \`${name}\` if \`from_subscription\` is set.`, name);
  }
  const held = step.get('subscription', id, 'from_subscription');
  if (held.schedule !== null) {
    throw invalidRequest(
      `You cannot migrate a subscription that is already attached to a schedule: \`${held.schedule}\`.`,
      'from_subscription',
    );
  }
  if (held.ended_at !== null || held.status === 'incomplete') {
    throw invalidRequest(
      `You cannot migrate a subscription in the \`${held.status}\` status.`,
      'from_subscription',
    );
  }
  const schedule = step.add(
    newSchedule(step.newId('sub_sched'), step.now, {
      customer: held.customer,
      endBehavior: held.cancel_at === null ? 'release' : 'cancel',
      metadata: mergedMetadata(params),
      subscription: id,
      testClock: held.test_clock,
    }),
  );
  const phase = phaseOf(held);
  schedule.phases = [phase];
  schedule.status = 'active';
  schedule.current_phase = { start_date: phase.start_date, end_date: phase.end_date };
  schedule.default_settings.default_payment_method = held.default_payment_method;
  step.emit('subscription_schedule.created', schedule);
  const subscription = step.edit('subscription', id);
  subscription.schedule = schedule.id;
  step.emit('customer.subscription.updated', subscription);
  return step.get('subscription_schedule', schedule.id);
}

function phaseOf(subscription: Subscription): Phase {
  const items = subscription.items.data;
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency: subscription.currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: subscription.discounts.map((discount) => ({
      coupon: null,
      discount,
      promotion_code: null,
    })),
    end_date: subscription.cancel_at ?? periodEnd(subscription),
    invoice_settings: null,
    items: items.map((item) => ({
      billing_thresholds: null,
      discounts: [],
      metadata: item.metadata,
      plan: item.price.id,
      price: item.price.id,
      quantity: item.quantity,
      tax_rates: [],
    })),
    metadata: {},
    on_behalf_of: null,
    proration_behavior: 'create_prorations',
    start_date: Math.min(...items.map((item) => item.current_period_start)),
    transfer_data: null,
    trial_end: subscription.status === 'trialing' ? subscription.trial_end : null,
  };
}

function update(step: Step, id: string, params: Params): SubscriptionSchedule {
  const held = step.get('subscription_schedule', id);
  if (held.status !== 'active' && held.status !== 'not_started') {
    throw invalidRequest(
      `You can't update a subscription schedule that is currently in the \`${held.status}\` status.`,
    );
  }
  const schedule = step.edit('subscription_schedule', id);
  schedule.metadata = mergedMetadata(params, schedule.metadata);
  changePhases(step, id, params);
  const changed = step.get('subscription_schedule', id);
  const [present] = changed.phases;
  if (!given(params, 'phases') && held.subscription !== null && present && changed.current_phase)
    markPhase(
      step,
      id,
      changed.phases.find(({ start_date: at }) => at === changed.current_phase?.start_date) ??
        present,
    );
  else if (held.subscription === null) step.emit('subscription_schedule.updated', changed);
  return step.get('subscription_schedule', id);
}

function cancel(step: Step, id: string, params: Params): SubscriptionSchedule {
  const held = step.get('subscription_schedule', id);
  if (held.status !== 'active' && held.status !== 'not_started') {
    throw invalidRequest(
      `You cannot cancel a subscription schedule that is currently in the \`${held.status}\` status.`,
    );
  }
  if (held.subscription === null) {
    const schedule = step.edit('subscription_schedule', id);
    schedule.status = 'canceled';
    schedule.canceled_at = step.now;
    step.emit('subscription_schedule.canceled', schedule);
    return step.get('subscription_schedule', id);
  }
  const { latest_invoice: before } = step.get('subscription', held.subscription);
  const ended = cancelSubscription(step, held.subscription, 'cancellation_requested', {
    prorate: flag(params, 'prorate') ?? true,
    invoiceNow: flag(params, 'invoice_now') ?? true,
  });
  if (ended.latest_invoice !== null && ended.latest_invoice !== before)
    collectInvoice(step, ended.latest_invoice, { offSession: true, scheduled: true });
  return step.get('subscription_schedule', id);
}

/** https://docs.stripe.com/api/subscription_schedules */
export const scheduleRoutes: Route[] = [
  {
    method: 'POST',
    path: PATH,
    params: ['customer', 'end_behavior', 'from_subscription', 'metadata', 'phases', 'start_date'],
    handle: (step, { params }) => {
      if (!given(params, 'customer') && !given(params, 'from_subscription'))
        throw missingParam('customer');
      return create(step, params);
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    params: ['end_behavior', 'metadata', 'phases', 'proration_behavior'],
    handle: (step, { params, id }) => update(step, id, params),
  },
  {
    method: 'POST',
    path: `${PATH}/:id/release`,
    params: ['preserve_cancel_date'],
    handle: (step, { params, id }) =>
      releaseSchedule(step, id, flag(params, 'preserve_cancel_date') ?? false),
  },
  {
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    params: ['invoice_now', 'prorate'],
    handle: (step, { params, id }) => cancel(step, id, params),
  },
  retrieveRoute('subscription_schedule', `${PATH}/:id`),
  listRoute('subscription_schedule', PATH, {
    by: ['customer'],
    where: {
      scheduled: (schedule, value) => String(schedule.status === 'not_started') === value,
    },
  }),
];
