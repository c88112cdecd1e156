import type { Address, Metadata } from '../params.ts';
import type { Price } from './catalogue.ts';
import type { MissingPaymentMethod } from './subscription.ts';

export type CheckoutSession = ReturnType<typeof newCheckoutSession>;
export type LineItem = ReturnType<typeof newLineItem>;

export type CheckoutMode = 'payment' | 'setup' | 'subscription';

interface CustomerDetails {
  address: Address | null;
  business_name: string | null;
  email: string | null;
  individual_name: string | null;
  name: string | null;
  phone: string | null;
  tax_exempt: 'none';
  tax_ids: null;
}

interface CustomText {
  after_submit: { message: string } | null;
  shipping_address: { message: string } | null;
  submit: { message: string } | null;
  terms_of_service_acceptance: { message: string } | null;
}

interface SessionDiscount {
  coupon: string | null;
  promotion_code: string | null;
}

export interface CheckoutSessionFields {
  mode: CheckoutMode;
  amount: number | null;
  currency: string | null;
  cancelUrl: string | null;
  successUrl: string;
  clientReferenceId: string | null;
  customer: string | null;
  customerEmail: string | null;
  customerCreation: 'always' | 'if_required' | null;
  customText: CustomText;
  expiresAt: number;
  locale: string | null;
  metadata: Metadata;
  paymentMethodTypes: string[];
  submitType: string | null;
  url: string;
  billingAddressCollection: string | null;
  integrationIdentifier: string | null;
  originContext: string | null;
  allowPromotionCodes: boolean | null;
  paymentMethodCollection: 'always' | 'if_required' | null;
}

export function newCheckoutSession(id: string, created: number, fields: CheckoutSessionFields) {
  const { mode } = fields;
  return {
    id,
    object: 'checkout.session' as const,
    adaptive_pricing: mode === 'setup' ? null : { enabled: false },
    after_expiration: null,
    allow_promotion_codes: fields.allowPromotionCodes,
    allowed_payment_method_types: null,
    amount_subtotal: fields.amount,
    amount_total: fields.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: fields.billingAddressCollection,
    cancel_url: fields.cancelUrl,
    client_reference_id: fields.clientReferenceId,
    client_secret: null,
    collected_information: null as {
      business_name: string | null;
      individual_name: string | null;
      shipping_details: null;
    } | null,
    consent: null,
    consent_collection: null,
    created,
    currency: fields.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: fields.customText,
    customer: fields.customer,
    customer_account: null,
    customer_creation: fields.customerCreation,
    customer_details: null as CustomerDetails | null,
    customer_email: fields.customerEmail,
    discounts: mode === 'setup' ? null : ([] as SessionDiscount[]),
    expires_at: fields.expiresAt,
    integration_identifier: fields.integrationIdentifier,
    invoice: null as string | null,
    invoice_creation:
      mode === 'payment'
        ? {
            enabled: false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: null,
              description: null,
              footer: null,
              issuer: null,
              metadata: {} as Metadata,
              rendering_options: null,
            },
          }
        : null,
    livemode: false,
    locale: fields.locale,
    managed_payments: null,
    metadata: fields.metadata,
    mode,
    origin_context: fields.originContext,
    payment_intent: null as string | null,
    payment_link: null,
    payment_method_collection:
      fields.paymentMethodCollection ??
      (mode === 'subscription' ? ('always' as const) : ('if_required' as const)),
    payment_method_configuration_details: null,
    payment_method_options:
      mode === 'setup' ? null : { card: { request_three_d_secure: 'automatic' as const } },
    payment_method_types: fields.paymentMethodTypes,
    payment_status: (mode === 'setup' ? 'no_payment_required' : 'unpaid') as
      'no_payment_required' | 'paid' | 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null as string | null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open' as 'complete' | 'expired' | 'open',
    submit_type: fields.submitType,
    subscription: null as string | null,
    success_url: fields.successUrl,
    total_details:
      mode === 'setup' ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page' as const,
    url: fields.url as string | null,
    wallet_options: null,
  };
}

export function newLineItem(
  id: string,
  fields: { price: Price; description: string; quantity: number; metadata: Metadata },
) {
  const amount = fields.price.unit_amount * fields.quantity;
  return {
    id,
    object: 'item' as const,
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: fields.price.currency,
    description: fields.description,
    metadata: fields.metadata,
    price: fields.price,
    quantity: fields.quantity,
  };
}

/**
 * What a session's creator asked for and its wire form does not show, and how far the visitor has
 * got with paying.
 */
export interface CheckoutPlan {
  id: string;
  object: 'sandbox.checkout_plan';
  created: number;
  lineItems: LineItem[];
  payment: {
    description: string | null;
    metadata: Metadata;
    receiptEmail: string | null;
    setupFutureUsage: 'off_session' | 'on_session' | null;
    statementDescriptorSuffix: string | null;
  };
  subscription: {
    description: string | null;
    metadata: Metadata;
    trialDays: number | null;
    trialEnd: number | null;
    missingPaymentMethod: MissingPaymentMethod;
  };
  discount: { coupon: string; promotionCode: string | null } | null;
  /** Set while the visitor stands on the bank's authentication page. */
  awaiting: { paymentMethod: string; email: string; name: string; country: string | null } | null;
  /** The payment intent of a declined first payment, tried again on the next attempt. */
  paymentIntent: string | null;
}

export function planId(session: string): string {
  return `plan_${session}`;
}
