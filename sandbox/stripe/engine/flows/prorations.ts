import { prorate } from '../money/settlement.ts';
import type { CreditedItems, InvoiceItem } from '../objects/invoice-item.ts';
import { newInvoiceItem } from '../objects/invoice-item.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import type { Period } from './period-amounts.ts';
import { itemDiscounts, naturalPeriod } from './period-amounts.ts';

/** Something that has been charged for an item, or waits to be, and that no credit has met yet. */
interface Debit {
  /** What was really charged, after discounts. */
  net: number;
  period: Period;
  quantity: number;
  unitAmount: number;
  price: { id: string; product: string };
  credited: CreditedItems;
}

const UNCHARGED = ['void', 'uncollectible'];

/**
 * Gives back the unused part of what was charged for an item, from a moment on. Flexible billing
 * works from the amounts really debited, one credit for each debit
 * (https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations).
 */
export function creditUnused(
  step: Step,
  subscription: Subscription,
  item: SubscriptionItem,
  from: number,
): void {
  for (const debit of openDebits(step, subscription, item, from)) {
    const { period, net } = debit;
    const start = Math.max(from, period.start);
    const amount = -prorate(net, period.end - start, period.end - period.start);
    addItem(step, subscription, item, {
      amount,
      period: { start, end: period.end },
      description: `Unused time on ${labelOf(step, debit.price.product, debit.quantity)} after ${day(start)}`,
      creditedItems: debit.credited,
      price: debit.price,
      quantity: debit.quantity,
      unitAmount: debit.unitAmount,
    });
  }
}

/** Charges an item for what is left of its period, at its price and less the discounts in force. */
export function debitRemaining(
  step: Step,
  subscription: Subscription,
  item: SubscriptionItem,
  from: number,
): void {
  const end = item.current_period_end;
  if (from >= end) return;
  const whole = naturalPeriod(subscription.billing_cycle_anchor, item.price, from);
  const amount = prorate(
    netPrice(step, subscription, item, from),
    end - from,
    whole.end - whole.start,
  );
  addItem(step, subscription, item, {
    amount,
    period: { start: from, end },
    description: `Remaining time on ${labelOf(step, item.price.product, item.quantity)} after ${day(from)}`,
    creditedItems: null,
    price: item.price,
    quantity: item.quantity,
    unitAmount: item.price.unit_amount,
  });
}

function netPrice(
  step: Step,
  subscription: Subscription,
  item: SubscriptionItem,
  at: number,
): number {
  const items = subscription.items.data;
  const amounts = items.map(({ price, quantity }) => price.unit_amount * quantity);
  const index = items.findIndex(({ id }) => id === item.id);
  const taken = itemDiscounts(step, subscription, items, amounts, at)[index] ?? [];
  return taken.reduce((left, { amount }) => left - amount, amounts[index] ?? 0);
}

interface ProrationFields {
  amount: number;
  period: Period;
  description: string;
  creditedItems: CreditedItems | null;
  price: { id: string; product: string };
  quantity: number;
  unitAmount: number;
}

function addItem(
  step: Step,
  subscription: Subscription,
  item: SubscriptionItem,
  fields: ProrationFields,
): void {
  const { creditedItems, ...rest } = fields;
  const added = step.add(
    newInvoiceItem(step.newId('ii'), step.now, {
      ...rest,
      currency: subscription.currency,
      customer: subscription.customer,
      discountable: false,
      invoice: null,
      metadata: item.metadata,
      proration: { creditedItems },
      subscription: subscription.id,
      subscriptionItem: item.id,
      testClock: subscription.test_clock,
    }),
  );
  step.emit('invoiceitem.created', added);
}

function openDebits(
  step: Step,
  subscription: Subscription,
  item: SubscriptionItem,
  from: number,
): Debit[] {
  const prorations = step.listBy('invoiceitem', 'subscription', subscription.id);
  const credited = creditedIds(step, prorations);
  const waiting = prorations.flatMap((entry): Debit[] => {
    const isOpen = entry.invoice === null && entry.proration && entry.amount > 0;
    const mine = entry.parent?.subscription_details.subscription_item === item.id;
    if (!isOpen || !mine || !entry.pricing || credited.has(entry.id)) return [];
    return [
      {
        net: entry.amount,
        period: entry.period,
        quantity: entry.quantity,
        unitAmount: Number(entry.pricing.unit_amount_decimal),
        price: {
          id: entry.pricing.price_details.price,
          product: entry.pricing.price_details.product,
        },
        credited: { invoice_item: entry.id, type: 'invoice_item' },
      },
    ];
  });
  const charged = step
    .listBy('invoice', 'subscription', subscription.id)
    .filter(({ status }) => !UNCHARGED.includes(status))
    .flatMap((invoice) => invoice.lines.data.map((line) => ({ line, invoice: invoice.id })))
    .flatMap(({ line, invoice }): Debit[] => {
      const details = line.parent.subscription_item_details;
      const net = line.discount_amounts.reduce((left, { amount }) => left - amount, line.amount);
      if (details?.subscription_item !== item.id || net <= 0 || !line.pricing) return [];
      if (credited.has(line.id) || credited.has(details.invoice_item ?? '')) return [];
      return [
        {
          net,
          period: line.period,
          quantity: line.quantity,
          unitAmount: Number(line.pricing.unit_amount_decimal),
          price: {
            id: line.pricing.price_details.price,
            product: line.pricing.price_details.product,
          },
          credited: {
            invoice_line_item_details: { invoice, invoice_line_items: [line.id] },
            type: 'invoice_line_items',
          },
        },
      ];
    });
  return [...charged, ...waiting].filter(({ period }) => period.end > from);
}

/** Lines and invoice items that a credit has met already, unless that credit's invoice is void. */
function creditedIds(step: Step, prorations: readonly InvoiceItem[]): Set<string> {
  const ids = new Set<string>();
  for (const { invoice, proration_details: details } of prorations) {
    const credited = details?.credited_items;
    if (!credited) continue;
    if (invoice !== null && step.find('invoice', invoice)?.status === 'void') continue;
    if (credited.invoice_item !== undefined) ids.add(credited.invoice_item);
    for (const id of credited.invoice_line_item_details?.invoice_line_items ?? []) ids.add(id);
  }
  return ids;
}

function labelOf(step: Step, product: string, quantity: number): string {
  return `${quantity} × ${step.find('product', product)?.name ?? 'Subscription'}`;
}

/** `5 Feb 2026`, as Stripe words it. */
function day(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(seconds * 1000);
}
