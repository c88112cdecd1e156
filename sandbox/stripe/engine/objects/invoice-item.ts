import type { Metadata } from '../params.ts';

export type InvoiceItem = ReturnType<typeof newInvoiceItem>;

/** The debit that a credit proration gives back: a line of an invoice, or one that still waits. */
export interface CreditedItems {
  invoice_item?: string;
  invoice_line_item_details?: { invoice: string; invoice_line_items: string[] };
  type: 'invoice_item' | 'invoice_line_items';
}

export interface InvoiceItemFields {
  amount: number;
  currency: string;
  customer: string;
  description: string | null;
  discountable: boolean;
  invoice: string | null;
  metadata: Metadata;
  period: { start: number; end: number };
  price: { id: string; product: string } | null;
  proration: { creditedItems: CreditedItems | null } | null;
  quantity: number;
  subscription: string | null;
  subscriptionItem: string | null;
  testClock: string | null;
  unitAmount: number;
}

export function newInvoiceItem(id: string, date: number, fields: InvoiceItemFields) {
  return {
    id,
    object: 'invoiceitem' as const,
    amount: fields.amount,
    currency: fields.currency,
    customer: fields.customer,
    customer_account: null,
    date,
    description: fields.description,
    discountable: fields.discountable,
    discounts: [] as string[],
    invoice: fields.invoice,
    livemode: false,
    metadata: fields.metadata,
    net_amount: fields.amount,
    parent:
      fields.subscription === null
        ? null
        : {
            subscription_details: {
              subscription: fields.subscription,
              ...(fields.subscriptionItem === null
                ? {}
                : { subscription_item: fields.subscriptionItem }),
            },
            type: 'subscription_details' as const,
          },
    period: fields.period,
    pricing: fields.price && {
      price_details: { price: fields.price.id, product: fields.price.product },
      type: 'price_details' as const,
      unit_amount_decimal: String(fields.unitAmount),
    },
    proration: fields.proration !== null,
    ...(fields.proration === null
      ? {}
      : {
          proration_details: {
            credited_items: fields.proration.creditedItems,
            discount_amounts: [] as { amount: number; discount: string }[],
          },
        }),
    quantity: fields.quantity,
    quantity_decimal: String(fields.quantity),
    tax_rates: [],
    test_clock: fields.testClock,
  };
}
