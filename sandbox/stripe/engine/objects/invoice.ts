import type { Metadata } from '../params.ts';
import type { Customer } from './customer.ts';

export type Invoice = ReturnType<typeof newInvoice>;
export type InvoiceLine = ReturnType<typeof newInvoiceLine>;
export type InvoicePayment = ReturnType<typeof newInvoicePayment>;

export type BillingReason =
  'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming';

export interface DiscountAmount {
  amount: number;
  discount: string;
}

interface PretaxCredit extends DiscountAmount {
  type: 'discount';
}

export interface InvoiceLineFields {
  amount: number;
  currency: string;
  description: string | null;
  discountable: boolean;
  invoice: string;
  metadata: Metadata;
  period: { start: number; end: number };
  price: { id: string; product: string } | null;
  parent: InvoiceLineParent;
  quantity: number;
  subscription: string | null;
  unitAmount: number;
}

interface ProrationDetails {
  credited_items: { invoice: string; invoice_line_items: string[] } | null;
}

/** Where a line comes from: an item of a subscription, or an invoice item of its own. */
export type InvoiceLineParent =
  | {
      invoice_item_details: {
        invoice_item: string;
        proration: boolean;
        proration_details: ProrationDetails;
        subscription: string | null;
      };
      subscription_item_details: null;
      type: 'invoice_item_details';
    }
  | {
      invoice_item_details: null;
      subscription_item_details: {
        invoice_item: string | null;
        proration: boolean;
        proration_details: ProrationDetails;
        subscription: string;
        subscription_item: string;
      };
      type: 'subscription_item_details';
    };

export function newInvoiceLine(id: string, fields: InvoiceLineFields) {
  return {
    id,
    object: 'line_item' as const,
    amount: fields.amount,
    currency: fields.currency,
    description: fields.description,
    discount_amounts: [] as DiscountAmount[],
    discountable: fields.discountable,
    discounts: [] as string[],
    invoice: fields.invoice,
    livemode: false,
    metadata: fields.metadata,
    parent: fields.parent,
    period: fields.period,
    pretax_credit_amounts: [] as PretaxCredit[],
    pricing: fields.price && {
      price_details: { price: fields.price.id, product: fields.price.product },
      type: 'price_details' as const,
      unit_amount_decimal: String(fields.unitAmount),
    },
    quantity: fields.quantity,
    quantity_decimal: String(fields.quantity),
    subscription: fields.subscription,
    subtotal: fields.amount,
    taxes: [],
  };
}

export function newInvoice(
  id: string,
  created: number,
  fields: {
    accountCountry: string;
    accountName: string;
    customer: Customer;
    currency: string;
    billingReason: BillingReason;
    subscription: string;
    subscriptionMetadata: Metadata;
    periodStart: number;
    periodEnd: number;
    finalizesAt: number | null;
  },
) {
  return {
    id,
    object: 'invoice' as const,
    account_country: fields.accountCountry,
    account_name: fields.accountName,
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: fields.finalizesAt,
    billing_reason: fields.billingReason,
    collection_method: 'charge_automatically' as const,
    created,
    currency: fields.currency,
    custom_fields: null,
    customer: fields.customer.id,
    customer_account: null,
    customer_address: fields.customer.address,
    customer_email: fields.customer.email,
    customer_name: fields.customer.name,
    customer_phone: fields.customer.phone,
    customer_shipping: null,
    customer_tax_exempt: fields.customer.tax_exempt,
    customer_tax_ids: [],
    default_payment_method: null as string | null,
    default_source: null,
    default_tax_rates: [],
    description: null as string | null,
    discounts: [] as string[],
    due_date: null as number | null,
    effective_at: null as number | null,
    ending_balance: null as number | null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null as string | null,
    invoice_pdf: null as string | null,
    issuer: { type: 'self' as const },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list' as const,
      data: [] as InvoiceLine[],
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {} as Metadata,
    next_payment_attempt: null as number | null,
    number: null as string | null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: {
        metadata: fields.subscriptionMetadata,
        subscription: fields.subscription,
      },
      type: 'subscription_details' as const,
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: fields.periodEnd,
    period_start: fields.periodStart,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null as string | null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null as string | null,
    status: 'draft' as 'draft' | 'open' | 'paid' | 'uncollectible' | 'void',
    status_transitions: {
      finalized_at: null as number | null,
      marked_uncollectible_at: null as number | null,
      paid_at: null as number | null,
      voided_at: null as number | null,
    },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: fields.customer.test_clock,
    total: 0,
    total_discount_amounts: [] as DiscountAmount[],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [] as PretaxCredit[],
    total_taxes: [],
    webhooks_delivered_at: created as number | null,
  };
}

export function newInvoicePayment(
  id: string,
  created: number,
  fields: { amount: number; currency: string; invoice: string; paymentIntent: string },
) {
  return {
    id,
    object: 'invoice_payment' as const,
    amount_paid: null as number | null,
    amount_requested: fields.amount,
    created,
    currency: fields.currency,
    invoice: fields.invoice,
    is_default: true,
    livemode: false,
    payment: { payment_intent: fields.paymentIntent, type: 'payment_intent' as const },
    status: 'open' as 'canceled' | 'open' | 'paid',
    status_transitions: { canceled_at: null as number | null, paid_at: null as number | null },
  };
}
