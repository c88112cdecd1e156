import { DAY } from '../calendar.ts';
import { invalidRequest } from '../errors.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Step } from '../step.ts';
import { setDelinquent } from './customers.ts';
import {
  finalizeInvoice,
  intentOfInvoice,
  markPaid,
  markUncollectible,
  voidInvoice,
} from './invoices.ts';
import type { Attempt } from './payment-intents.ts';
import { confirmPaymentIntent } from './payment-intents.ts';
import { cancelSubscription } from './subscriptions.ts';

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

/** Makes the invoice and its subscription agree with what became of a payment. */
export function afterAttempt(
  step: Step,
  invoiceId: string,
  attempt: Attempt | 'no_payment_method',
  scheduled: boolean,
): void {
  const held = step.get('invoice', invoiceId);
  const counts = scheduled || held.attempt_count === 0;
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
  if (counts) {
    invoice.attempt_count += 1;
    const isFirst = invoice.billing_reason === 'subscription_create';
    const days = isFirst ? undefined : step.settings.retryDays[invoice.attempt_count - 1];
    invoice.next_payment_attempt = days === undefined ? null : step.now + days * DAY;
  }
  step.emit('invoice.updated', invoice);
  if (attempt === 'requires_action')
    step.emit('invoice.payment_action_required', step.get('invoice', invoiceId));
  step.emit('invoice.payment_failed', step.get('invoice', invoiceId));
  settleSubscription(step, invoice, 'past_due');
  setDelinquent(step, invoice.customer, true);
  if (
    invoice.billing_reason !== 'subscription_create' &&
    invoice.next_payment_attempt === null &&
    scheduled
  ) {
    giveUp(step, invoice);
  }
}

function settleSubscription(step: Step, invoice: Invoice, status: 'active' | 'past_due'): void {
  const id = invoice.parent.subscription_details.subscription;
  const held = step.find('subscription', id);
  if (!held || held.latest_invoice !== invoice.id) return;
  const from = status === 'active' ? ['incomplete', 'past_due', 'unpaid'] : ['active'];
  if (!from.includes(held.status)) return;
  const subscription = step.edit('subscription', id);
  subscription.status = status;
  step.emit('customer.subscription.updated', subscription);
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
