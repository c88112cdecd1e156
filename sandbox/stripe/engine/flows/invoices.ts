import { invalidRequest } from '../errors.ts';
import type { BillingReason, Invoice } from '../objects/invoice.ts';
import { newInvoice, newInvoicePayment } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { endDiscount } from './discounts.ts';
import { cycleLines, discountLines, sweepItems } from './invoice-lines.ts';
import { computeTotals, settleBalance } from './invoice-totals.ts';
import { createPaymentIntent } from './payment-intents.ts';

export interface InvoiceInput {
  reason: BillingReason;
  /** The invoice's own period: for a renewal the one that has just ended. */
  period: { start: number; end: number };
  finalizesAt: number | null;
  /** Whether the items' present periods are billed (default), or only what waits. */
  cycle?: boolean;
}

/**
 * A draft for the present period of each of the subscription's items and for the invoice items that
 * wait; emits `invoice.created`.
 */
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
  invoice.lines.data.push(...sweepItems(step, invoice, subscription));
  if (input.cycle ?? true) invoice.lines.data.push(...cycleLines(step, invoice, subscription));
  discountLines(step, invoice, subscription.discounts);
  computeTotals(step, invoice, customer);
  dropSpentDiscounts(step, subscription, invoice);
  if (customer.currency === null)
    step.edit('customer', customer.id).currency = subscription.currency;
  step.emit('invoice.created', invoice);
  return step.get('invoice', invoice.id);
}

/** Whether something waits that an invoice of this subscription would take along. */
export function hasWaitingItems(step: Step, subscription: Subscription): boolean {
  return step
    .listBy('invoiceitem', 'pending', subscription.customer)
    .some((item) => item.parent?.subscription_details.subscription === subscription.id);
}

/** A coupon for once has had its invoice, one for some months its time. */
function dropSpentDiscounts(step: Step, subscription: Subscription, invoice: Invoice): void {
  if (subscription.discounts.length === 0) return;
  for (const id of [...subscription.discounts]) {
    const { end, source } = step.get('discount', id);
    const isOver = end !== null && end <= step.now;
    const isUsed =
      step.get('coupon', source.coupon).duration === 'once' &&
      invoice.total_discount_amounts.some(({ discount, amount }) => discount === id && amount > 0);
    if (isOver || isUsed) endDiscount(step, step.edit('subscription', subscription.id), id);
  }
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
  computeTotals(step, invoice, step.get('customer', held.customer));
  settleBalance(step, invoice);
  invoice.status_transitions.finalized_at = step.now;
  invoice.hosted_invoice_url = `${step.settings.publicUrl}/i/${id}`;
  invoice.invoice_pdf = `${step.settings.publicUrl}/i/${id}/pdf`;
  step.emit('invoice.finalized', invoice);
  if (invoice.amount_due > 0) addPayment(step, invoice, intentId);
  return step.get('invoice', id);
}

function addPayment(step: Step, invoice: Invoice, intentId: string | null): void {
  const description =
    invoice.billing_reason === 'subscription_create'
      ? 'Subscription creation'
      : 'Subscription update';
  if (intentId !== null) {
    const intent = step.edit('payment_intent', intentId);
    intent.amount = invoice.amount_due;
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
