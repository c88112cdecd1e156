import { HOUR } from '../calendar.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { voidInvoice } from './invoice-closing.ts';
import { planReminders } from './reminders.ts';

const HOURS_TO_PAY = 23;

/**
 * Keeps a change for later: the subscription goes on as it was until the change's invoice is paid
 * (https://docs.stripe.com/billing/subscriptions/pending-updates-reference).
 *
 * @param before the subscription without the change; `changed` has it.
 */
export function holdUpdate(
  step: Step,
  before: Subscription,
  changed: Subscription,
  invoice: string,
): void {
  const ends = before.items.data.map((item) => item.current_period_end);
  const expires = Math.min(step.now + HOURS_TO_PAY * HOUR, before.trial_end ?? Infinity, ...ends);
  const subscription = step.edit('subscription', before.id);
  subscription.items = before.items;
  subscription.status = before.status;
  subscription.billing_cycle_anchor = before.billing_cycle_anchor;
  subscription.trial_start = before.trial_start;
  subscription.trial_end = before.trial_end;
  subscription.latest_invoice = invoice;
  subscription.pending_update = {
    billing_cycle_anchor:
      changed.billing_cycle_anchor === before.billing_cycle_anchor
        ? null
        : changed.billing_cycle_anchor,
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: expires > step.now ? expires : step.now + HOURS_TO_PAY * HOUR,
    metadata: null,
    subscription_items: changed.items.data,
    trial_end: changed.trial_end === before.trial_end ? null : changed.trial_end,
    trial_from_plan: null,
  };
}

/** The invoice of a change that waited has been paid. */
export function applyPendingUpdate(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  const pending = subscription.pending_update;
  if (!pending) return;
  subscription.pending_update = null;
  if (pending.subscription_items) subscription.items.data = pending.subscription_items;
  if (pending.billing_cycle_anchor !== null)
    subscription.billing_cycle_anchor = pending.billing_cycle_anchor;
  if (pending.metadata) subscription.metadata = { ...subscription.metadata, ...pending.metadata };
  if (pending.trial_end !== null) {
    subscription.trial_end = pending.trial_end;
    subscription.status = pending.trial_end > step.now ? 'trialing' : 'active';
  }
  step.emit('customer.subscription.updated', subscription);
  step.emit('customer.subscription.pending_update_applied', step.get('subscription', id));
  planReminders(step, step.get('subscription', id));
}

/** Discards a change that nobody has paid for, and voids its invoice. */
export function expirePendingUpdate(step: Step, id: string): void {
  const held = step.get('subscription', id);
  if (!held.pending_update) return;
  const invoice = held.latest_invoice;
  if (invoice !== null && step.get('invoice', invoice).status === 'open') {
    voidInvoice(step, invoice);
    returnItems(step, invoice);
  }
  const subscription = step.edit('subscription', id);
  subscription.pending_update = null;
  step.emit('customer.subscription.updated', subscription);
  step.emit('customer.subscription.pending_update_expired', step.get('subscription', id));
}

/** Invoice items that the voided invoice had taken along, and that were there before it, wait again. */
function returnItems(step: Step, invoice: string): void {
  const { created } = step.get('invoice', invoice);
  for (const item of step.listBy('invoiceitem', 'invoice', invoice)) {
    if (item.date < created) step.edit('invoiceitem', item.id).invoice = null;
  }
}
