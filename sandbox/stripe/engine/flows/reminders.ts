import { DAY } from '../calendar.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';

/** `customer.subscription.trial_will_end` comes three days ahead (https://docs.stripe.com/billing/subscriptions/trials). */
const TRIAL_NOTICE = 3 * DAY;

/**
 * Plans the notices for the present period: the trial's end, and the coming invoice. A notice whose
 * time has passed comes at once for a trial, and not at all for an invoice.
 */
export function planReminders(step: Step, subscription: Subscription): void {
  const end = Math.min(...subscription.items.data.map((item) => item.current_period_end));
  const start = Math.min(...subscription.items.data.map((item) => item.current_period_start));
  const notice = end - step.settings.upcomingDays * DAY;
  if (notice > start && end > step.settings.eventsFrom) {
    step.remind('announce_renewal', subscription.id, Math.max(notice, step.now));
  }
  if (subscription.status === 'trialing' && subscription.trial_end !== null) {
    const at = Math.max(step.now, subscription.trial_end - TRIAL_NOTICE);
    step.remind('announce_trial_end', subscription.id, at);
  }
}

/** Says that a trial is about to end, if it still is. */
export function announceTrialEnd(step: Step, id: string): void {
  const subscription = step.find('subscription', id);
  if (subscription?.status !== 'trialing' || subscription.trial_end === null) return;
  if (subscription.trial_end - TRIAL_NOTICE > step.now) return;
  step.emit('customer.subscription.trial_will_end', subscription);
}
