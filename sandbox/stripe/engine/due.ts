import { HOUR } from './calendar.ts';
import { finishDebit } from './flows/after-payment.ts';
import { settleNow } from './flows/charges.ts';
import { expireCheckout } from './flows/checkout.ts';
import { advanceDraft, collectInvoice } from './flows/collection.ts';
import { closeDispute, expireDispute, openDispute } from './flows/disputes.ts';
import {
  cancelSubscription,
  expireIncomplete,
  periodEnd,
  renewSubscription,
} from './flows/subscriptions.ts';
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
  if (object.object === 'dispute') {
    return object.status === 'needs_response' ? object.evidence_details.due_by : null;
  }
  if (object.object === 'invoice') return invoiceDueAt(object);
  if (object.object === 'subscription') return subscriptionDueAt(object);
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
  );
}

/** Does what has fallen due. */
export function runDue(step: Step, object: Stored): void {
  if (object.object === 'checkout.session') expireCheckout(step, object.id);
  else if (object.object === 'dispute') expireDispute(step, object.id);
  else if (object.object === 'invoice') runInvoice(step, object);
  else if (object.object === 'subscription') runSubscription(step, object);
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
  if (status === 'incomplete') {
    expireIncomplete(step, id);
  } else if (pause?.resumes_at != null && pause.resumes_at <= step.now) {
    const resumed = step.edit('subscription', id);
    resumed.pause_collection = null;
    step.emit('customer.subscription.updated', resumed);
  } else if (cancelAt !== null && cancelAt <= step.now) {
    cancelSubscription(step, id, 'cancellation_requested');
  } else {
    renewSubscription(step, id);
  }
}

function runFollowUp(step: Step, task: FollowUp): void {
  switch (task.kind) {
    case 'decide_dispute':
      if (step.get('dispute', task.target).status === 'under_review') {
        closeDispute(step, task.target, task.outcome === 'won' ? 'won' : 'lost');
      }
      break;
    case 'open_dispute':
      openDispute(step, task.target, task.outcome);
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
