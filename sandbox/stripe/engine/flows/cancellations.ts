import { invalidRequest } from '../errors.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { stopCollecting, voidInvoice } from './invoice-closing.ts';
import { createInvoice, finalizeInvoice, hasWaitingItems } from './invoices.ts';
import { expirePendingUpdate } from './pending-updates.ts';
import { creditUnused } from './prorations.ts';
import { finishSchedule } from './schedule-ends.ts';

export interface CancellationTerms {
  /** Gives credit for the time paid and not used. */
  prorate?: boolean;
  /** Puts what waits on a last invoice; else it goes on waiting. */
  invoiceNow?: boolean;
}

/**
 * Ends a subscription now; what it still owes is no longer collected
 * (https://docs.stripe.com/api/subscriptions/cancel).
 *
 * @returns the subscription; a last invoice, if there is one, is finalized and waits to be collected.
 */
export function cancelSubscription(
  step: Step,
  id: string,
  reason: 'cancellation_requested' | 'payment_failed',
  terms: CancellationTerms = {},
): Subscription {
  const held = step.get('subscription', id);
  if (held.status === 'canceled' || held.status === 'incomplete_expired') {
    throw invalidRequest(`No such subscription: '${id}'`, 'id', 'resource_missing');
  }
  expirePendingUpdate(step, id);
  stopCollecting(step, id);
  const subscription = step.edit('subscription', id);
  if (terms.prorate === true) {
    for (const item of subscription.items.data) creditUnused(step, subscription, item, step.now);
  }
  if (terms.invoiceNow === true && hasWaitingItems(step, subscription)) {
    const invoice = createInvoice(step, subscription, {
      reason: 'subscription_update',
      period: { start: step.now, end: step.now },
      finalizesAt: null,
      cycle: false,
    });
    subscription.latest_invoice = invoice.id;
    finalizeInvoice(step, invoice.id);
  }
  subscription.status = 'canceled';
  subscription.canceled_at ??= step.now;
  subscription.ended_at = step.now;
  subscription.cancellation_details.reason ??= reason;
  finishSchedule(step, subscription, 'canceled');
  step.emit('customer.subscription.deleted', subscription);
  return step.get('subscription', id);
}

/** The first payment was not made within 23 hours. */
export function expireIncomplete(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  subscription.status = 'incomplete_expired';
  subscription.ended_at = step.now;
  const invoice = subscription.latest_invoice;
  finishSchedule(step, subscription, 'canceled');
  step.emit('customer.subscription.updated', subscription);
  if (invoice !== null && step.get('invoice', invoice).status === 'open')
    voidInvoice(step, invoice);
}
