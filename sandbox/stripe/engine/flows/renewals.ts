import { nextBoundary } from '../calendar.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { createInvoice } from './invoices.ts';
import { cancelSubscription } from './cancellations.ts';
import { pauseForWantOfMethod } from './pauses.ts';
import { intervalOf } from './period-amounts.ts';
import { planReminders } from './reminders.ts';
import { periodEnd } from './subscriptions.ts';

/** A period has ended: on to the next one, with a draft invoice for it; or a trial ends as its settings say. */
export function renewSubscription(step: Step, id: string): void {
  const held = step.get('subscription', id);
  if (held.status === 'trialing' && !hasMethod(step, held)) {
    const behavior = held.trial_settings.end_behavior.missing_payment_method;
    if (behavior === 'cancel') {
      cancelSubscription(step, id, 'cancellation_requested');
      return;
    }
    if (behavior === 'pause') {
      pauseForWantOfMethod(step, id);
      return;
    }
  }
  const subscription = step.edit('subscription', id);
  const ended = movePeriods(subscription);
  if (subscription.status === 'trialing') subscription.status = 'active';
  const isCollected = subscription.status !== 'unpaid';
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_cycle',
    period: ended,
    finalizesAt: isCollected ? step.now + step.settings.draftSeconds : null,
  });
  if (!isCollected) step.edit('invoice', invoice.id).auto_advance = false;
  subscription.latest_invoice = invoice.id;
  step.emit('customer.subscription.updated', subscription);
  planReminders(step, step.get('subscription', id));
}

/** Moves each item on to the period that follows, cut short by a planned end; gives back the one that has ended. */
function movePeriods(subscription: Subscription): { start: number; end: number } {
  const ended = { start: 0, end: periodEnd(subscription) };
  for (const item of subscription.items.data) {
    const { interval, interval_count: count } = intervalOf(item.price);
    ended.start = item.current_period_start;
    item.current_period_start = item.current_period_end;
    const end = nextBoundary(
      subscription.billing_cycle_anchor,
      interval,
      count,
      item.current_period_start,
    );
    item.current_period_end = Math.min(end, subscription.cancel_at ?? end);
  }
  return ended;
}

function hasMethod(step: Step, subscription: Subscription): boolean {
  const { invoice_settings: settings } = step.get('customer', subscription.customer);
  return (subscription.default_payment_method ?? settings.default_payment_method) !== null;
}
