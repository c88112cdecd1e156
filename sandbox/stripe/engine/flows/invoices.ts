import { invalidRequest } from '../errors.ts';
import type { BillingReason, Invoice } from '../objects/invoice.ts';
import { newInvoice, newInvoiceLine, newInvoicePayment } from '../objects/invoice.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { createPaymentIntent } from './payment-intents.ts';

export interface InvoiceInput {
  reason: BillingReason;
  /** The invoice's own period: for a renewal the one that has just ended. */
  period: { start: number; end: number };
  finalizesAt: number | null;
}

/** A draft for the present period of each of the subscription's items; emits `invoice.created`. */
export function createInvoice(
  step: Step,
  subscription: Subscription,
  input: InvoiceInput,
): Invoice {
  const { account } = step.settings;
  const customer = step.get('customer', subscription.customer);
  const invoice = step.add(
    newInvoice(step.newId('in'), step.now, {
      accountCountry: account.country,
      accountName: account.name,
      customer,
      currency: subscription.currency,
      billingReason: input.reason,
      subscription: subscription.id,
      subscriptionMetadata: subscription.metadata,
      periodStart: input.period.start,
      periodEnd: input.period.end,
      finalizesAt: input.finalizesAt,
    }),
  );
  for (const item of subscription.items.data) {
    invoice.lines.data.push(lineFor(step, invoice.id, subscription, item));
  }
  const total = invoice.lines.data.reduce((sum, line) => sum + line.amount, 0);
  invoice.subtotal = total;
  invoice.subtotal_excluding_tax = total;
  invoice.total = total;
  invoice.total_excluding_tax = total;
  invoice.amount_due = total;
  invoice.amount_remaining = total;
  if (customer.currency === null)
    step.edit('customer', customer.id).currency = subscription.currency;
  step.emit('invoice.created', invoice);
  return invoice;
}

function lineFor(step: Step, invoice: string, subscription: Subscription, item: SubscriptionItem) {
  const { price, quantity } = item;
  const unitAmount = price.unit_amount;
  const product = step.find('product', price.product);
  return newInvoiceLine(step.newId('il'), {
    amount: unitAmount * quantity,
    currency: price.currency,
    description: `${quantity} × ${product?.name ?? 'Subscription'}`,
    invoice,
    metadata: subscription.metadata,
    period: { start: item.current_period_start, end: item.current_period_end },
    price: price.id,
    product: price.product,
    proration: false,
    creditedLine: null,
    quantity,
    subscription: subscription.id,
    subscriptionItem: item.id,
    unitAmount,
  });
}

/**
 * From draft to open: it gets its number, its page and its payment intent. An intent that an
 * earlier attempt has left may be taken over.
 */
export function finalizeInvoice(step: Step, id: string, intentId: string | null = null): Invoice {
  const held = step.get('invoice', id);
  if (held.status !== 'draft') {
    throw invalidRequest(
      `This invoice is already finalized, you can't re-finalize a non-draft invoice.`,
      undefined,
      'invoice_not_editable',
    );
  }
  const customer = step.edit('customer', held.customer);
  const number = `${customer.invoice_prefix}-${String(customer.next_invoice_sequence).padStart(4, '0')}`;
  customer.next_invoice_sequence += 1;
  const invoice = step.edit('invoice', id);
  invoice.status = 'open';
  invoice.number = number;
  invoice.automatically_finalizes_at = null;
  invoice.effective_at = step.now;
  invoice.ending_balance = 0;
  invoice.status_transitions.finalized_at = step.now;
  invoice.hosted_invoice_url = `${step.settings.publicUrl}/i/${id}`;
  invoice.invoice_pdf = `${step.settings.publicUrl}/i/${id}/pdf`;
  step.emit('invoice.finalized', invoice);
  if (invoice.total > 0) addPayment(step, invoice, intentId);
  return step.get('invoice', id);
}

function addPayment(step: Step, invoice: Invoice, intentId: string | null): void {
  const description =
    invoice.billing_reason === 'subscription_create'
      ? 'Subscription creation'
      : 'Subscription update';
  if (intentId !== null) {
    const intent = step.edit('payment_intent', intentId);
    intent.customer = invoice.customer;
    intent.description = description;
    intent.setup_future_usage = 'off_session';
  }
  const paymentIntent =
    intentId ??
    createPaymentIntent(step, {
      amount: invoice.amount_due,
      currency: invoice.currency,
      customer: invoice.customer,
      description,
      metadata: {},
      paymentMethodTypes: invoice.currency === 'eur' ? ['card', 'sepa_debit'] : ['card'],
      setupFutureUsage: invoice.billing_reason === 'subscription_create' ? 'off_session' : null,
      receiptEmail: null,
      statementDescriptorSuffix: null,
    }).id;
  step.add(
    newInvoicePayment(step.newId('inpay'), step.now, {
      amount: invoice.amount_due,
      currency: invoice.currency,
      invoice: invoice.id,
      paymentIntent,
    }),
  );
}

/** The payment intent that an open invoice waits for. */
export function intentOfInvoice(step: Step, id: string): string | null {
  const payment = step.listBy('invoice_payment', 'invoice', id).find((entry) => entry.is_default);
  return payment?.payment.payment_intent ?? null;
}

/** Marks an invoice paid by its payment intent (or as nothing was due). */
export function markPaid(step: Step, id: string): Invoice {
  for (const { id: paymentId } of step.listBy('invoice_payment', 'invoice', id)) {
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
  return invoice;
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

export function voidInvoice(step: Step, id: string): Invoice {
  const invoice = closing(step, id);
  invoice.status = 'void';
  invoice.status_transitions.voided_at = step.now;
  step.emit('invoice.voided', invoice);
  return invoice;
}

export function markUncollectible(step: Step, id: string): Invoice {
  const invoice = closing(step, id);
  invoice.status = 'uncollectible';
  invoice.status_transitions.marked_uncollectible_at = step.now;
  step.emit('invoice.marked_uncollectible', invoice);
  return invoice;
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
