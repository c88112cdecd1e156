import type { Phase, SubscriptionSchedule } from '../objects/schedule.ts';
import { planOf } from '../objects/catalogue.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { cancelSubscription } from './cancellations.ts';
import { collectInvoice } from './collection.ts';
import type { DiscountInput } from './discounts.ts';
import { isActiveCode, isValidCoupon, setDiscounts } from './discounts.ts';
import { intervalOf } from './period-amounts.ts';
import { releaseSchedule } from './schedule-ends.ts';
import type { ItemChange } from './subscription-updates.ts';
import { changeBilling } from './subscription-updates.ts';
import { createSubscription, periodEnd } from './subscriptions.ts';

/** When a schedule next has something to do. */
export function scheduleDueAt(schedule: SubscriptionSchedule): number | null {
  if (schedule.status === 'not_started') return schedule.phases[0]?.start_date ?? null;
  return schedule.status === 'active' ? (schedule.current_phase?.end_date ?? null) : null;
}

/** A phase has ended, or the first begins: on to the next, or to the end of the schedule. */
export function advanceSchedule(step: Step, id: string): void {
  const schedule = step.get('subscription_schedule', id);
  const due = scheduleDueAt(schedule);
  if (due === null || due > step.now) return;
  if (schedule.status === 'not_started') {
    startSchedule(step, id);
    return;
  }
  const next = schedule.phases.find((phase) => phase.start_date === due);
  if (next) {
    enterPhase(step, id, next);
    return;
  }
  if (schedule.end_behavior === 'cancel' && schedule.subscription !== null)
    cancelSubscription(step, schedule.subscription, 'cancellation_requested');
  else releaseSchedule(step, id, true);
}

/** The first phase begins: now the subscription is made (https://docs.stripe.com/billing/subscriptions/subscription-schedules). */
export function startSchedule(step: Step, id: string): void {
  const [phase] = step.get('subscription_schedule', id).phases;
  if (!phase) return;
  const held = step.get('subscription_schedule', id);
  const subscription = createSubscription(step, {
    customer: held.customer,
    items: phase.items.map((item) => ({
      price: step.get('price', item.price),
      quantity: item.quantity,
      metadata: item.metadata,
    })),
    defaultPaymentMethod:
      phase.default_payment_method ?? held.default_settings.default_payment_method,
    description: phase.description ?? held.default_settings.description,
    metadata: phase.metadata,
    discounts: discountInputs(phase),
    trialEnd: phase.trial_end,
  });
  step.edit('subscription_schedule', id).subscription = subscription.id;
  markPhase(step, id, phase);
  const invoice = subscription.latest_invoice;
  if (invoice !== null) collectInvoice(step, invoice, { offSession: true, scheduled: true });
}

/** Puts a phase's items, discounts and settings in force on the subscription. */
function enterPhase(step: Step, id: string, phase: Phase): void {
  const schedule = step.get('subscription_schedule', id);
  if (schedule.subscription === null) return;
  const held = step.get('subscription', schedule.subscription);
  const isBoundary = periodEnd(held) <= step.now;
  const resets = resetsAnchor(step, schedule, phase, held);
  if (isBoundary) switchAtBoundary(step, held.id, phase, resets);
  else applyPhase(step, held.id, phase, resets);
  markPhase(step, id, phase);
}

/** `automatic` moves the anchor where it must: when the interval changes. */
function resetsAnchor(
  step: Step,
  schedule: SubscriptionSchedule,
  phase: Phase,
  subscription: Subscription,
): boolean {
  if (
    (phase.billing_cycle_anchor ?? schedule.default_settings.billing_cycle_anchor) === 'phase_start'
  )
    return true;
  const [item, now] = [phase.items[0], subscription.items.data[0]];
  if (!item || !now) return false;
  const [a, b] = [intervalOf(step.get('price', item.price)), intervalOf(now.price)];
  return a.interval !== b.interval || a.interval_count !== b.interval_count;
}

/** Between two periods nothing is left to prorate: the renewal that follows bills the new items. */
function switchAtBoundary(step: Step, id: string, phase: Phase, resets: boolean): void {
  const subscription = step.edit('subscription', id);
  const items = subscription.items.data;
  for (const [index, planned] of phase.items.entries()) {
    const item = items[index];
    if (!item) continue;
    item.price = step.get('price', planned.price);
    item.plan = planOf(item.price);
    item.quantity = planned.quantity;
    item.metadata = planned.metadata;
  }
  if (resets) subscription.billing_cycle_anchor = step.now;
  settleTerms(step, subscription, phase);
}

/** In the middle of a period the items are prorated as the phase says. */
export function applyPhase(step: Step, id: string, phase: Phase, resets: boolean): void {
  const invoice = changeBilling(step, id, {
    items: itemChanges(step, step.get('subscription', id), phase),
    resetsAnchor: resets,
    trialEnd: phase.trial_end,
    prorate: phase.proration_behavior,
    prorationDate: null,
  });
  const subscription = step.edit('subscription', id);
  settleTerms(step, subscription, phase);
  if (invoice !== null) subscription.latest_invoice = invoice;
  step.emit('customer.subscription.updated', subscription);
  if (invoice !== null) collectInvoice(step, invoice, { offSession: true, scheduled: true });
}

function settleTerms(step: Step, subscription: Subscription, phase: Phase): void {
  const inputs = discountInputs(phase).filter((input) => isUsable(step, subscription, input));
  const subtotal = subscription.items.data.reduce(
    (sum, item) => sum + item.price.unit_amount * item.quantity,
    0,
  );
  const { customer, currency } = subscription;
  if (inputs.length > 0) setDiscounts(step, subscription, inputs, { customer, currency, subtotal });
  if (phase.default_payment_method !== null)
    subscription.default_payment_method = phase.default_payment_method;
  if (phase.description !== null) subscription.description = phase.description;
  subscription.metadata = { ...subscription.metadata, ...phase.metadata };
}

/** A discount that has been used up, or a coupon that has run out since, is passed over. */
function isUsable(step: Step, subscription: Subscription, input: DiscountInput): boolean {
  if (input.discount !== undefined) return subscription.discounts.includes(input.discount);
  if (input.promotionCode !== undefined) {
    const code = step.find('promotion_code', input.promotionCode);
    return code !== undefined && isActiveCode(step, code);
  }
  const coupon = step.find('coupon', input.coupon ?? '');
  return coupon !== undefined && isValidCoupon(coupon, step.now);
}

function discountInputs(phase: Phase): DiscountInput[] {
  return phase.discounts.map((entry) => ({
    coupon: entry.coupon ?? undefined,
    promotionCode: entry.promotion_code ?? undefined,
    discount: entry.discount ?? undefined,
    param: 'phases[discounts]',
  }));
}

/** The items of a subscription take on those of a phase in their order. */
export function itemChanges(step: Step, subscription: Subscription, phase: Phase): ItemChange[] {
  const held = subscription.items.data;
  const changes = phase.items.map((item, index): ItemChange => {
    const id = held[index]?.id;
    const price = step.get('price', item.price);
    return {
      ...(id === undefined ? {} : { id }),
      price,
      quantity: item.quantity,
      metadata: item.metadata,
    };
  });
  const gone = held.slice(phase.items.length).map(({ id }) => ({ id, deleted: true }));
  return [...changes, ...gone];
}

/** Makes a phase the present one, and tells of it. */
export function markPhase(step: Step, id: string, phase: Phase): void {
  const schedule = step.edit('subscription_schedule', id);
  schedule.status = 'active';
  schedule.current_phase = { start_date: phase.start_date, end_date: phase.end_date };
  if (schedule.subscription !== null) {
    const subscription = step.edit('subscription', schedule.subscription);
    subscription.schedule = id;
    const isLast = schedule.phases.at(-1)?.start_date === phase.start_date;
    if (schedule.end_behavior === 'cancel' && isLast) subscription.cancel_at = phase.end_date;
  }
  step.emit('subscription_schedule.updated', schedule);
}

/** A change made to the subscription itself shows in the present phase of its schedule. */
export function followSubscription(step: Step, subscription: Subscription): void {
  if (subscription.schedule === null) return;
  const schedule = step.edit('subscription_schedule', subscription.schedule);
  const begins = schedule.current_phase?.start_date;
  const present = schedule.phases.find((phase) => phase.start_date === begins);
  if (!present) return;
  present.items = subscription.items.data.map((item) => ({
    billing_thresholds: null,
    discounts: [],
    metadata: item.metadata,
    plan: item.price.id,
    price: item.price.id,
    quantity: item.quantity,
    tax_rates: [],
  }));
  step.emit('subscription_schedule.updated', schedule);
}
