import { invalidRequest, noSuch } from '../errors.ts';
import type { Metadata } from '../params.ts';
import type { Price } from '../objects/catalogue.ts';
import { planOf } from '../objects/catalogue.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { createInvoice, finalizeInvoice, hasWaitingItems } from './invoices.ts';
import { intervalOf, naturalPeriod } from './period-amounts.ts';
import { creditUnused, debitRemaining } from './prorations.ts';
import { planReminders } from './reminders.ts';
import { addItem, checkFits, checkTrialEnd, periodEnd } from './subscriptions.ts';

export type ProrationBehavior = 'always_invoice' | 'create_prorations' | 'none';

/** A change of one item, or a new one when it names none. */
export interface ItemChange {
  id?: string | undefined;
  deleted?: boolean | undefined;
  price?: Price | undefined;
  quantity?: number | undefined;
  metadata?: Metadata | undefined;
}

/** The part of an update that changes what is billed. */
export interface BillingChange {
  items: readonly ItemChange[];
  resetsAnchor: boolean;
  /** A moment; `'now'` ends a trial; `null` leaves it. */
  trialEnd: number | 'now' | null;
  prorate: ProrationBehavior;
  /** Prorations are worked out as of then. */
  prorationDate: number | null;
}

/**
 * Changes what a subscription bills and works out the prorations. An invoice is made at once when a
 * new period begins or the change asks for it; the anchor of a flexible subscription stays unless
 * the change resets it (https://docs.stripe.com/billing/subscriptions/prorations,
 * https://docs.stripe.com/billing/subscriptions/billing-mode/compare).
 *
 * The caller collects the invoice, sets `latest_invoice` and tells of the change.
 *
 * @returns the invoice, finalized; `null` when the change waits for the next one.
 */
export function changeBilling(step: Step, id: string, change: BillingChange): string | null {
  const subscription = step.edit('subscription', id);
  const from = prorationMoment(step, subscription, change);
  const before = subscription.items.data.map((item) => ({ ...item }));
  const wasTrial = subscription.status === 'trialing';
  const isReset = change.resetsAnchor || change.trialEnd !== null;
  const prorates = change.prorate !== 'none' && !wasTrial;
  applyItems(step, subscription, change.items);
  const changed = (item: SubscriptionItem) => {
    const old = before.find((entry) => entry.id === item.id);
    return !old || old.price.id !== item.price.id || old.quantity !== item.quantity;
  };
  if (prorates) {
    for (const old of before) {
      const now = subscription.items.data.find((item) => item.id === old.id);
      if (isReset || !now || changed(now)) creditUnused(step, subscription, old, from);
    }
  }
  const intervalChanged = hasNewInterval(before, subscription.items.data);
  if (isReset) startPeriod(step, subscription, change);
  else if (!wasTrial) {
    for (const item of subscription.items.data.filter(changed)) {
      if (!prorates) continue;
      if (intervalChanged) moveToInterval(subscription, item, from);
      debitRemaining(step, subscription, item, from);
    }
  }
  if (subscription.cancel_at_period_end) subscription.cancel_at = periodEnd(subscription);
  planReminders(step, subscription);
  const invoicesNow =
    isReset ||
    (prorates &&
      (change.prorate === 'always_invoice' || intervalChanged) &&
      hasWaitingItems(step, subscription));
  if (!invoicesNow) return null;
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_update',
    period: { start: step.now, end: step.now },
    finalizesAt: null,
    cycle: isReset,
  });
  finalizeInvoice(step, invoice.id);
  return invoice.id;
}

/** Within the period that is running (https://docs.stripe.com/billing/subscriptions/prorations#preview-proration). */
function prorationMoment(step: Step, subscription: Subscription, change: BillingChange): number {
  const { prorationDate: date } = change;
  if (date === null) return step.now;
  const start = Math.max(...subscription.items.data.map((item) => item.current_period_start));
  if (date < start || date > periodEnd(subscription)) {
    throw invalidRequest(
      'Invalid proration_date: it must be within the current period of the subscription.',
      'proration_date',
    );
  }
  return date;
}

function applyItems(step: Step, subscription: Subscription, changes: readonly ItemChange[]): void {
  const deletionsFirst = [...changes.entries()].sort(
    ([, a], [, b]) => Number(b.deleted ?? false) - Number(a.deleted ?? false),
  );
  for (const [index, change] of deletionsFirst) {
    const { id, price, quantity, metadata } = change;
    if (id === undefined) {
      if (!price) throw invalidRequest('Missing required param: items[price].', 'items');
      addItem(step, subscription, {
        price,
        quantity: quantity ?? 1,
        ...(metadata === undefined ? {} : { metadata }),
      });
      continue;
    }
    const item = subscription.items.data.find((entry) => entry.id === id);
    if (!item) throw noSuch('subscription_item', id, `items[${index}][id]`);
    if (change.deleted === true) {
      subscription.items.data = subscription.items.data.filter((entry) => entry.id !== id);
      continue;
    }
    if (price) {
      item.price = price;
      item.plan = planOf(price);
    }
    item.quantity = quantity ?? item.quantity;
    if (metadata !== undefined) item.metadata = metadata;
  }
  const [first, ...rest] = subscription.items.data;
  if (!first) {
    throw invalidRequest('A subscription must have at least one active item.', 'items');
  }
  for (const { price } of [first, ...rest]) checkFits(price, first.price, subscription.currency);
}

function hasNewInterval(
  before: readonly SubscriptionItem[],
  after: readonly SubscriptionItem[],
): boolean {
  const [old, now] = [before[0], after[0]];
  if (!old || !now) return false;
  const [a, b] = [intervalOf(old.price), intervalOf(now.price)];
  return a.interval !== b.interval || a.interval_count !== b.interval_count;
}

/** A period begins now: until the next boundary, or until a trial's end. */
function startPeriod(step: Step, subscription: Subscription, change: BillingChange): void {
  const trialEnd = change.trialEnd === 'now' || change.trialEnd === null ? null : change.trialEnd;
  if (trialEnd !== null) {
    if (trialEnd <= step.now) {
      throw invalidRequest(
        'Invalid timestamp: must be an integer Unix timestamp in the future',
        'trial_end',
      );
    }
    checkTrialEnd(step, trialEnd);
    if (subscription.status !== 'trialing') subscription.trial_start = step.now;
    subscription.status = 'trialing';
    subscription.trial_end = trialEnd;
  } else if (subscription.status === 'trialing') {
    subscription.status = 'active';
    subscription.trial_end = step.now;
  }
  subscription.billing_cycle_anchor = trialEnd ?? step.now;
  for (const item of subscription.items.data) {
    item.current_period_start = step.now;
    item.current_period_end =
      trialEnd ?? naturalPeriod(subscription.billing_cycle_anchor, item.price, step.now).end;
  }
}

/**
 * Another interval, counted from the same anchor: the item's period ends at that interval's next
 * boundary. Without prorations the period that is paid for runs out first.
 */
function moveToInterval(subscription: Subscription, item: SubscriptionItem, from: number): void {
  item.current_period_start = from;
  item.current_period_end = naturalPeriod(subscription.billing_cycle_anchor, item.price, from).end;
}
