import { invalidRequest } from '../errors.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Step } from '../step.ts';
import { returnBalance } from './invoice-totals.ts';
import { intentOfInvoice } from './invoices.ts';
import { cancelPaymentIntent } from './payment-intents.ts';

/** Marks an invoice paid by its payment intent (or as nothing was due). */
export function markPaid(step: Step, id: string): Invoice {
  for (const { id: paymentId, status } of step.listBy('invoice_payment', 'invoice', id)) {
    if (status !== 'open') continue;
    const payment = step.edit('invoice_payment', paymentId);
    payment.status = 'paid';
    payment.amount_paid = payment.amount_requested;
    payment.status_transitions.paid_at = step.now;
    step.emit('invoice_payment.paid', payment);
  }
  const invoice = step.edit('invoice', id);
  invoice.status = 'paid';
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.attempted = true;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = step.now;
  step.emit('invoice.paid', invoice);
  step.emit('invoice.payment_succeeded', invoice);
  return step.get('invoice', id);
}

/** Stops Stripe's own attempts on whatever a subscription still owes. */
export function stopCollecting(step: Step, subscription: string): void {
  for (const { id, status } of step.listBy('invoice', 'subscription', subscription)) {
    if (status !== 'open' && status !== 'draft') continue;
    const invoice = step.edit('invoice', id);
    invoice.auto_advance = false;
    invoice.automatically_finalizes_at = null;
    invoice.next_payment_attempt = null;
    step.emit('invoice.updated', invoice);
  }
}

/**
 * Takes a finalized invoice back: its payment is cancelled, and what it took of the customer's
 * balance returns (https://docs.stripe.com/invoicing/overview#void).
 *
 * @throws when it is not open or uncollectible, or when a bank debit for it is under way.
 */
export function voidInvoice(step: Step, id: string): Invoice {
  const invoice = closing(step, id);
  abandonPayment(step, id);
  returnBalance(step, invoice);
  invoice.status = 'void';
  invoice.status_transitions.voided_at = step.now;
  step.emit('invoice.voided', invoice);
  return step.get('invoice', id);
}

export function markUncollectible(step: Step, id: string): Invoice {
  const invoice = closing(step, id);
  invoice.status = 'uncollectible';
  invoice.status_transitions.marked_uncollectible_at = step.now;
  step.emit('invoice.marked_uncollectible', invoice);
  return step.get('invoice', id);
}

/** Gives up the payment that an invoice waits for. */
export function abandonPayment(step: Step, id: string): void {
  const intent = intentOfInvoice(step, id);
  if (intent === null) return;
  if (step.get('payment_intent', intent).status === 'processing') {
    throw invalidRequest(
      'This invoice has a payment that is processing and can only be voided once it has failed.',
    );
  }
  cancelPaymentIntent(step, intent, 'void_invoice');
  for (const { id: paymentId, status } of step.listBy('invoice_payment', 'invoice', id)) {
    if (status !== 'open') continue;
    const payment = step.edit('invoice_payment', paymentId);
    payment.status = 'canceled';
    payment.status_transitions.canceled_at = step.now;
  }
}

function closing(step: Step, id: string): Invoice {
  const held = step.get('invoice', id);
  if (held.status !== 'open' && held.status !== 'uncollectible') {
    throw invalidRequest(
      `You can only pass in open invoices. This invoice isn't open.`,
      undefined,
      'invoice_not_open',
    );
  }
  const invoice = step.edit('invoice', id);
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  return invoice;
}
