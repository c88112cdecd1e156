import { DAY } from '../calendar.ts';
import { invalidRequest } from '../errors.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Step } from '../step.ts';
import { setDelinquent } from './customers.ts';
import { cancelSubscription, expireIncomplete } from './cancellations.ts';
import { abandonPayment, markPaid, markUncollectible, voidInvoice } from './invoice-closing.ts';
import { finalizeInvoice, intentOfInvoice } from './invoices.ts';
import { leavePause } from './pauses.ts';
import type { Attempt } from './payment-intents.ts';
import { confirmPaymentIntent } from './payment-intents.ts';
import { isRefusedForGood, isRetried } from './retries.ts';
import { applyPendingUpdate, expirePendingUpdate } from './pending-updates.ts';

export interface CollectionInput {
  paymentMethod?: string | undefined;
  offSession: boolean;
  authenticated?: boolean;
  /** By Stripe's own schedule; only such attempts move the schedule on. */
  scheduled: boolean;
}

/** Tries to collect an open invoice; the subscription follows what comes of it. */
export function collectInvoice(
  step: Step,
  id: string,
  input: CollectionInput,
): Attempt | 'no_payment_method' {
  step.keepTimeOf(id);
  const invoice = step.get('invoice', id);
  if (invoice.status === 'paid')
    throw invalidRequest('Invoice is already paid', undefined, 'invoice_already_paid');
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw invalidRequest(
      `This invoice can't be paid while it is ${invoice.status}.`,
      undefined,
      'invoice_not_open',
    );
  }
  const intent = intentOfInvoice(step, id);
  if (intent === null) {
    afterAttempt(step, id, 'succeeded', true);
    return 'succeeded';
  }
  const paymentMethod = input.paymentMethod ?? defaultMethod(step, invoice);
  if (input.scheduled && paymentMethod !== null && isRefusedForGood(step, intent, paymentMethod)) {
    afterAttempt(step, id, 'declined', true);
    return 'declined';
  }
  const attempt =
    paymentMethod === null
      ? 'no_payment_method'
      : confirmPaymentIntent(step, intent, {
          paymentMethod,
          offSession: input.offSession,
          authenticated: input.authenticated ?? false,
        });
  afterAttempt(step, id, attempt, input.scheduled);
  return attempt;
}

function defaultMethod(step: Step, invoice: Invoice): string | null {
  const subscription = step.find('subscription', invoice.parent.subscription_details.subscription);
  return (
    invoice.default_payment_method ??
    subscription?.default_payment_method ??
    step.get('customer', invoice.customer).invoice_settings.default_payment_method
  );
}

/**
 * Makes the invoice and its subscription agree with what became of a payment.
 *
 * @param scheduled whether it was Stripe's own attempt, which the next one follows.
 * @param counts whether it adds to `attempt_count`; a bank debit has been counted when it began.
 */
export function afterAttempt(
  step: Step,
  invoiceId: string,
  attempt: Attempt | 'no_payment_method',
  scheduled: boolean,
  counts = scheduled || step.get('invoice', invoiceId).attempt_count === 0,
): void {
  if (attempt === 'processing') {
    const invoice = step.edit('invoice', invoiceId);
    if (counts) invoice.attempt_count += 1;
    invoice.attempted = true;
    invoice.next_payment_attempt = null;
    step.emit('invoice.updated', invoice);
    settleSubscription(step, invoice, 'active');
    return;
  }
  if (attempt === 'succeeded') {
    if (counts) step.edit('invoice', invoiceId).attempt_count += 1;
    const invoice = markPaid(step, invoiceId);
    settleSubscription(step, invoice, 'active');
    setDelinquent(step, invoice.customer, false);
    return;
  }
  const invoice = step.edit('invoice', invoiceId);
  invoice.attempted = true;
  if (counts) invoice.attempt_count += 1;
  if (counts || scheduled) {
    const days = isRetried(invoice)
      ? step.settings.retryDays[invoice.attempt_count - 1]
      : undefined;
    invoice.next_payment_attempt = days === undefined ? null : step.now + days * DAY;
  }
  step.emit('invoice.updated', invoice);
  if (attempt === 'requires_action')
    step.emit('invoice.payment_action_required', step.get('invoice', invoiceId));
  step.emit('invoice.payment_failed', step.get('invoice', invoiceId));
  settleSubscription(step, invoice, 'past_due');
  setDelinquent(step, invoice.customer, true);
  if (scheduled && invoice.next_payment_attempt === null && isRetried(invoice)) {
    giveUp(step, invoice);
  }
}

/** A subscription follows its latest invoice (https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses). */
function settleSubscription(step: Step, invoice: Invoice, outcome: 'active' | 'past_due'): void {
  const id = invoice.parent.subscription_details.subscription;
  const held = step.find('subscription', id);
  if (!held || held.latest_invoice !== invoice.id) return;
  if (outcome === 'active') {
    if (held.pending_update) applyPendingUpdate(step, id);
    if (held.status === 'paused') leavePause(step, id);
  }
  const from = outcome === 'active' ? ['incomplete', 'past_due', 'unpaid'] : ['active'];
  if (!from.includes(held.status) || held.pending_update) return;
  const subscription = step.edit('subscription', id);
  subscription.status = outcome;
  step.emit('customer.subscription.updated', subscription);
}

/** Money has come another way: the invoice is paid, and nothing is charged (https://docs.stripe.com/api/invoices/pay#pay_invoice-paid_out_of_band). */
export function payOutOfBand(step: Step, id: string): Invoice {
  const { status } = step.get('invoice', id);
  if (status !== 'open' && status !== 'uncollectible') {
    throw invalidRequest('You can only pay open invoices.', undefined, 'invoice_not_open');
  }
  abandonPayment(step, id);
  const invoice = markPaid(step, id);
  settleSubscription(step, invoice, 'active');
  setDelinquent(step, invoice.customer, false);
  return step.get('invoice', id);
}

/** Nobody has to pay an invoice any more that was voided or given up: its subscription recovers, or never began. */
export function afterClosing(step: Step, invoice: Invoice): void {
  const id = invoice.parent.subscription_details.subscription;
  const held = step.find('subscription', id);
  if (!held || held.latest_invoice !== invoice.id) return;
  if (held.pending_update) expirePendingUpdate(step, id);
  else if (held.status === 'incomplete' && invoice.status === 'void') expireIncomplete(step, id);
  else settleSubscription(step, invoice, 'active');
}

/** All retries have failed: what then happens is the account's choice. */
function giveUp(step: Step, invoice: Invoice): void {
  const id = invoice.parent.subscription_details.subscription;
  const held = step.find('subscription', id);
  if (!held || held.ended_at !== null) return;
  if (step.settings.afterRetries === 'cancel') cancelSubscription(step, id, 'payment_failed');
  if (step.settings.afterRetries === 'unpaid') {
    const subscription = step.edit('subscription', id);
    subscription.status = 'unpaid';
    step.emit('customer.subscription.updated', subscription);
  }
}

/** The draft hour is over: finalize, then collect, unless collection is paused. */
export function advanceDraft(step: Step, id: string): void {
  const draft = step.get('invoice', id);
  const subscription = step.find('subscription', draft.parent.subscription_details.subscription);
  const pause = subscription?.pause_collection?.behavior;
  if (pause === 'keep_as_draft') {
    const kept = step.edit('invoice', id);
    kept.auto_advance = false;
    kept.automatically_finalizes_at = null;
    step.emit('invoice.updated', kept);
    return;
  }
  finalizeInvoice(step, id);
  if (pause === 'void') voidInvoice(step, id);
  else if (pause === 'mark_uncollectible') markUncollectible(step, id);
  else collectInvoice(step, id, { offSession: true, scheduled: true });
}
