import { StripeApiError, invalidRequest } from '../errors.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { copy } from '../tree.ts';
import { collectInvoice } from './collection.ts';
import { declinedError } from './decline-error.ts';
import { intentOfInvoice } from './invoices.ts';
import { expirePendingUpdate, holdUpdate } from './pending-updates.ts';
import type { BillingChange } from './subscription-updates.ts';
import { changeBilling } from './subscription-updates.ts';

export type PaymentBehavior =
  'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete' | 'pending_if_incomplete';

export interface PaymentTerms {
  behavior: PaymentBehavior;
  offSession: boolean;
}

/**
 * Changes what a subscription bills, and has the invoice paid that the change may bring. When it is
 * not paid, the terms decide: the change stands and the subscription is past due, it waits as a
 * pending update, or nothing of it remains
 * (https://docs.stripe.com/api/subscriptions/update#update_subscription-payment_behavior).
 *
 * The caller emits `customer.subscription.updated`.
 *
 * @throws the decline, with nothing kept, under `error_if_incomplete`.
 */
export function updateBilling(
  step: Step,
  id: string,
  change: BillingChange,
  terms: PaymentTerms,
): void {
  expirePendingUpdate(step, id);
  const before: Subscription = copy(step.get('subscription', id));
  const invoice = changeBilling(step, id, change);
  if (invoice === null) return;
  if (terms.behavior === 'pending_if_incomplete') {
    refuseDebit(step, before);
    step.edit('invoice', invoice).auto_advance = false;
  }
  const isPaid = attempt(step, invoice, terms);
  if (isPaid || terms.behavior !== 'pending_if_incomplete') {
    const subscription = step.edit('subscription', id);
    subscription.latest_invoice = invoice;
    if (!isPaid && subscription.status === 'active') subscription.status = 'past_due';
    return;
  }
  holdUpdate(step, before, copy(step.get('subscription', id)), invoice);
}

function attempt(step: Step, invoice: string, terms: PaymentTerms): boolean {
  if (terms.behavior === 'default_incomplete' && intentOfInvoice(step, invoice) !== null)
    return false;
  const result = collectInvoice(step, invoice, { offSession: terms.offSession, scheduled: true });
  if (result === 'succeeded' || result === 'processing') return true;
  if (terms.behavior === 'error_if_incomplete') {
    const error = declinedError(step, intentOfInvoice(step, invoice) ?? '');
    throw new StripeApiError({ ...error.details, keepsWrites: false });
  }
  return false;
}

/** "Pending updates aren't supported when bank debits are used" (https://docs.stripe.com/billing/subscriptions/pending-updates). */
function refuseDebit(step: Step, subscription: Subscription): void {
  const id =
    subscription.default_payment_method ??
    step.get('customer', subscription.customer).invoice_settings.default_payment_method;
  if (id === null || step.find('payment_method', id)?.type !== 'sepa_debit') return;
  throw invalidRequest(
    'Pending updates are not supported for subscriptions that are paid by bank debit.',
    'payment_behavior',
  );
}
