import { HOUR } from './calendar.ts';
import { finishDebit } from './flows/after-payment.ts';
import { settleNow } from './flows/charges.ts';
import { expireCheckout } from './flows/checkout.ts';
import { advanceDraft, collectInvoice } from './flows/collection.ts';
import { disputeDueAt, followUpDispute, runDispute } from './flows/disputes.ts';
import {
  advancePayout,
  payOutAutomatically,
  payoutDueAt,
  reconcilePayout,
} from './flows/payouts.ts';
import { settleRefund } from './flows/refunds.ts';
import { cancelSubscription, expireIncomplete } from './flows/cancellations.ts';
import { resumeCollection } from './flows/pauses.ts';
import { expirePendingUpdate } from './flows/pending-updates.ts';
import { announceRenewal } from './flows/previews.ts';
import { announceTrialEnd } from './flows/reminders.ts';
import { renewSubscription } from './flows/renewals.ts';
import { advanceSchedule, scheduleDueAt } from './flows/schedules.ts';
import { periodEnd } from './flows/subscriptions.ts';
import { deleteTestClock } from './flows/test-clock-deletion.ts';
import type { FollowUp } from './objects/platform.ts';
import type { Invoice } from './objects/invoice.ts';
import type { Subscription } from './objects/subscription.ts';
import type { Stored } from './objects/tables.ts';
import type { Step } from './step.ts';

const HOURS_TO_PAY_FIRST = 23;

/** When does this object next need something done, if ever? Derived from the object alone. */
export function dueAt(object: Stored): number | null {
  if (object.object === 'checkout.session')
    return object.status === 'open' ? object.expires_at : null;
  if (object.object === 'dispute') return disputeDueAt(object);
  if (object.object === 'payout') return payoutDueAt(object);
  if (object.object === 'invoice') return invoiceDueAt(object);
  if (object.object === 'subscription') return subscriptionDueAt(object);
  if (object.object === 'subscription_schedule') return scheduleDueAt(object);
  if (object.object === 'test_helpers.test_clock') return object.deletes_after;
  return object.object === 'sandbox.follow_up' ? object.at : null;
}

function invoiceDueAt(invoice: Invoice): number | null {
  if (invoice.status === 'draft') return invoice.automatically_finalizes_at;
  return invoice.status === 'open' ? invoice.next_payment_attempt : null;
}

const RUNNING = ['active', 'past_due', 'trialing', 'unpaid'];

function subscriptionDueAt(subscription: Subscription): number | null {
  if (subscription.status === 'incomplete') return subscription.created + HOURS_TO_PAY_FIRST * HOUR;
  if (!RUNNING.includes(subscription.status)) return null;
  return Math.min(
    periodEnd(subscription),
    subscription.cancel_at ?? Infinity,
    subscription.pause_collection?.resumes_at ?? Infinity,
    subscription.pending_update?.expires_at ?? Infinity,
  );
}

/** Does what has fallen due. */
export function runDue(step: Step, object: Stored): void {
  if (object.object === 'checkout.session') expireCheckout(step, object.id);
  else if (object.object === 'dispute') runDispute(step, object.id);
  else if (object.object === 'payout') advancePayout(step, object.id);
  else if (object.object === 'invoice') runInvoice(step, object);
  else if (object.object === 'subscription') runSubscription(step, object);
  else if (object.object === 'subscription_schedule') advanceSchedule(step, object.id);
  else if (object.object === 'test_helpers.test_clock') deleteTestClock(step, object.id);
  else if (object.object === 'sandbox.follow_up') {
    step.remove('sandbox.follow_up', object.id);
    runFollowUp(step, object);
  } else throw new Error(`Nothing falls due for a ${object.object}`);
}

function runInvoice(step: Step, invoice: Invoice): void {
  if (invoice.status === 'draft') advanceDraft(step, invoice.id);
  else collectInvoice(step, invoice.id, { offSession: true, scheduled: true });
}

function runSubscription(step: Step, subscription: Subscription): void {
  const { id, status, cancel_at: cancelAt, pause_collection: pause } = subscription;
  const expires = subscription.pending_update?.expires_at ?? Infinity;
  if (status === 'incomplete') expireIncomplete(step, id);
  else if (expires <= step.now) expirePendingUpdate(step, id);
  else if (pause?.resumes_at != null && pause.resumes_at <= step.now) resumeCollection(step, id);
  else if (cancelAt !== null && cancelAt <= step.now) {
    // Nothing is left to credit at a period's end; an end within the period gives back the rest.
    cancelSubscription(step, id, 'cancellation_requested', { prorate: true });
  } else turnPeriod(step, subscription);
}

/** A new phase of the schedule comes first, so that the renewal bills what it holds. */
function turnPeriod(step: Step, subscription: Subscription): void {
  const { id, schedule } = subscription;
  if (schedule !== null) {
    advanceSchedule(step, schedule);
    const { status } = step.get('subscription', id);
    if (!RUNNING.includes(status) || periodEnd(step.get('subscription', id)) > step.now) return;
  }
  renewSubscription(step, id);
}

function runFollowUp(step: Step, task: FollowUp): void {
  switch (task.kind) {
    case 'advance_clock':
      // The engine moves test clocks itself, a step for each thing that falls due.
      break;
    case 'announce_renewal':
      announceRenewal(step, task.target);
      break;
    case 'announce_trial_end':
      announceTrialEnd(step, task.target);
      break;
    case 'decide_dispute':
    case 'open_dispute':
      followUpDispute(step, task);
      break;
    case 'pay_out':
      payOutAutomatically(step, task.target);
      break;
    case 'reconcile_payout':
      reconcilePayout(step, task.target);
      break;
    case 'settle_refund':
      settleRefund(step, task.target, task.outcome);
      break;
    case 'post_balance':
      settleNow(step, task.target);
      break;
    case 'settle_debit':
      if (step.get('payment_intent', task.target).status === 'processing') {
        finishDebit(step, task.target, task.outcome);
      }
      break;
  }
}
