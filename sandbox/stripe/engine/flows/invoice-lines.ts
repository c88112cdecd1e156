import type { Invoice, InvoiceLine, InvoiceLineParent } from '../objects/invoice.ts';
import { newInvoiceLine } from '../objects/invoice.ts';
import type { InvoiceItem } from '../objects/invoice-item.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { discountAmounts } from './discounting.ts';
import { discountsAt } from './discounts.ts';
import { amountFor } from './period-amounts.ts';

/** One line for the present period of each item; nothing is due for a trial. */
export function cycleLines(
  step: Step,
  invoice: Invoice,
  subscription: Subscription,
): InvoiceLine[] {
  const items = subscription.items.data;
  const anchor = subscription.billing_cycle_anchor;
  const isTrial = subscription.status === 'trialing';
  const amounts = items.map(({ price, quantity, ...item }) =>
    isTrial
      ? 0
      : amountFor(price, quantity, anchor, {
          start: item.current_period_start,
          end: item.current_period_end,
        }),
  );
  return items.map((item, index) =>
    newInvoiceLine(step.newId('il'), {
      amount: amounts[index] ?? 0,
      currency: item.price.currency,
      description: describe(step, item, isTrial),
      discountable: true,
      invoice: invoice.id,
      metadata: subscription.metadata,
      period: { start: item.current_period_start, end: item.current_period_end },
      price: item.price,
      parent: itemParent(subscription.id, item.id, null, false),
      quantity: item.quantity,
      subscription: subscription.id,
      unitAmount: isTrial ? 0 : item.price.unit_amount,
    }),
  );
}

/** Takes the discounts in force off an invoice's lines. */
export function discountLines(step: Step, invoice: Invoice, ids: readonly string[]): void {
  const discounts = discountsAt(step, ids, step.now);
  const lines = invoice.lines.data;
  const taken = discountAmounts(
    step,
    lines.map((line) => ({
      amount: line.amount,
      product: line.pricing?.price_details.product ?? null,
      discountable: line.discountable,
    })),
    discounts,
  );
  for (const [index, line] of lines.entries()) {
    line.discount_amounts = taken[index] ?? [];
    line.discounts = line.discount_amounts.map(({ discount }) => discount);
    line.pretax_credit_amounts = line.discount_amounts.map((entry) => ({
      ...entry,
      type: 'discount' as const,
    }));
  }
  invoice.discounts = discounts.map(({ id }) => id);
}

function describe(step: Step, item: SubscriptionItem, isTrial: boolean): string {
  const name = step.find('product', item.price.product)?.name ?? 'Subscription';
  return isTrial ? `Trial period for ${name}` : `${item.quantity} × ${name}`;
}

/**
 * The customer's waiting invoice items that an invoice of this subscription takes along: its own,
 * and those of no subscription (https://docs.stripe.com/billing/invoices/subscription).
 */
export function sweepItems(
  step: Step,
  invoice: Invoice,
  subscription: Subscription,
): InvoiceLine[] {
  const waiting = step.listBy('invoiceitem', 'pending', subscription.customer).filter((item) => {
    const of = item.parent?.subscription_details.subscription ?? null;
    return (of === null || of === subscription.id) && item.currency === subscription.currency;
  });
  return waiting.map((item) => {
    step.edit('invoiceitem', item.id).invoice = invoice.id;
    return lineOf(step, invoice, item);
  });
}

function lineOf(step: Step, invoice: Invoice, item: InvoiceItem): InvoiceLine {
  const price = item.pricing?.price_details;
  return newInvoiceLine(step.newId('il'), {
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discountable: item.discountable,
    invoice: invoice.id,
    metadata: item.metadata,
    period: item.period,
    price: price ? { id: price.price, product: price.product } : null,
    parent: parentOf(item),
    quantity: item.quantity,
    subscription: item.parent?.subscription_details.subscription ?? null,
    unitAmount: Number(item.pricing?.unit_amount_decimal ?? item.amount),
  });
}

function parentOf(item: InvoiceItem): InvoiceLineParent {
  const details = item.parent?.subscription_details;
  const credited = item.proration_details?.credited_items?.invoice_line_item_details ?? null;
  if (details?.subscription_item !== undefined) {
    return itemParent(details.subscription, details.subscription_item, item.id, true, credited);
  }
  return {
    invoice_item_details: {
      invoice_item: item.id,
      proration: item.proration,
      proration_details: { credited_items: credited },
      subscription: details?.subscription ?? null,
    },
    subscription_item_details: null,
    type: 'invoice_item_details',
  };
}

function itemParent(
  subscription: string,
  item: string,
  invoiceItem: string | null,
  proration: boolean,
  credited: { invoice: string; invoice_line_items: string[] } | null = null,
): InvoiceLineParent {
  return {
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: invoiceItem,
      proration,
      proration_details: { credited_items: credited },
      subscription,
      subscription_item: item,
    },
    type: 'subscription_item_details',
  };
}
