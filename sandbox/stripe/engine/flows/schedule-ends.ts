import { invalidRequest } from '../errors.ts';
import type { SubscriptionSchedule } from '../objects/schedule.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';

/** The subscription that a schedule manages has ended, and so does the schedule. */
export function finishSchedule(
  step: Step,
  subscription: Subscription,
  how: 'canceled' | 'completed',
): void {
  if (subscription.schedule === null) return;
  const schedule = step.edit('subscription_schedule', subscription.schedule);
  const last = schedule.phases.at(-1)?.end_date ?? 0;
  const isDone = schedule.end_behavior === 'cancel' && last <= step.now;
  schedule.status = isDone ? 'completed' : how;
  if (schedule.status === 'completed') schedule.completed_at = step.now;
  else schedule.canceled_at = step.now;
  schedule.current_phase = null;
  subscription.schedule = null;
  step.emit(`subscription_schedule.${schedule.status}`, schedule);
}

/**
 * Lets the subscription go on without the schedule
 * (https://docs.stripe.com/api/subscription_schedules/release).
 *
 * @throws when the schedule is over already.
 */
export function releaseSchedule(step: Step, id: string, keepsEnd: boolean): SubscriptionSchedule {
  const held = step.get('subscription_schedule', id);
  if (held.status !== 'active' && held.status !== 'not_started') {
    throw invalidRequest(
      `You cannot release a subscription schedule that is currently in the \`${held.status}\` status. It can only be released when it's in the \`not_started\` or \`active\` status.`,
    );
  }
  const schedule = step.edit('subscription_schedule', id);
  schedule.status = 'released';
  schedule.released_at = step.now;
  schedule.released_subscription = held.subscription;
  schedule.subscription = null;
  schedule.current_phase = null;
  if (held.subscription !== null) {
    const subscription = step.edit('subscription', held.subscription);
    subscription.schedule = null;
    if (held.end_behavior === 'cancel' && !keepsEnd) subscription.cancel_at = null;
    step.emit('customer.subscription.updated', subscription);
  }
  step.emit('subscription_schedule.released', schedule);
  return step.get('subscription_schedule', id);
}
