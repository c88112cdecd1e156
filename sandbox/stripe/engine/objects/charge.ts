import type { Metadata } from '../params.ts';
import type { PaymentMethod } from './payment-method.ts';

export type Charge = ReturnType<typeof newCharge>;

export interface Outcome {
  advice_code: string | null;
  network_advice_code: string | null;
  network_decline_code: string | null;
  network_status: string;
  reason: string | null;
  risk_level: string;
  risk_score: number;
  seller_message: string;
  type: string;
}

export interface ChargeFields {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Metadata;
  paymentIntent: string;
  paymentMethod: PaymentMethod;
  threeDSecure: boolean;
  receiptEmail: string | null;
  receiptUrl: string | null;
  statementDescriptor: string;
  statementDescriptorSuffix: string | null;
}

export function newCharge(id: string, created: number, fields: ChargeFields) {
  return {
    id,
    object: 'charge' as const,
    amount: fields.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null as string | null,
    billing_details: fields.paymentMethod.billing_details,
    calculated_statement_descriptor: fields.statementDescriptor as string | null,
    captured: false,
    created,
    currency: fields.currency,
    customer: fields.customer,
    description: fields.description,
    disputed: false,
    failure_balance_transaction: null as string | null,
    failure_code: null as string | null,
    failure_message: null as string | null,
    fraud_details: {} as { stripe_report?: string; user_report?: string },
    livemode: false,
    metadata: fields.metadata,
    on_behalf_of: null,
    outcome: null as Outcome | null,
    paid: false,
    payment_intent: fields.paymentIntent as string | null,
    payment_method: fields.paymentMethod.id as string | null,
    payment_method_details: detailsOf(fields.paymentMethod, fields.amount, fields.threeDSecure),
    receipt_email: fields.receiptEmail,
    receipt_number: null as string | null,
    receipt_url: fields.receiptUrl,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null as string | null,
    statement_descriptor_suffix: fields.statementDescriptorSuffix,
    status: 'pending' as 'failed' | 'pending' | 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
}

function detailsOf(
  method: PaymentMethod,
  amount: number,
  threeDSecure: boolean,
): {
  card?: ReturnType<typeof cardDetails>;
  sepa_debit?: ReturnType<typeof bankDetails>;
  type: PaymentMethod['type'];
} {
  if (method.card) return { card: cardDetails(method.card, amount, threeDSecure), type: 'card' };
  return {
    ...(method.sepa_debit ? { sepa_debit: bankDetails(method.sepa_debit) } : {}),
    type: 'sepa_debit',
  };
}

function bankDetails(bank: NonNullable<PaymentMethod['sepa_debit']>) {
  const { bank_code, branch_code, country, fingerprint, last4 } = bank;
  return { bank_code, branch_code, country, fingerprint, last4, mandate: null as string | null };
}

function cardDetails(
  card: NonNullable<PaymentMethod['card']>,
  amount: number,
  threeDSecure: boolean,
) {
  return {
    amount_authorized: amount as number | null,
    authorization_code: null as string | null,
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: threeDSecure ? '05' : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' as const },
    fingerprint: card.fingerprint,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' as const },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' as const },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null as string | null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' as const },
    regulated_status: card.regulated_status,
    three_d_secure: threeDSecure ? authenticated() : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function authenticated() {
  return {
    authentication_flow: 'challenge' as const,
    electronic_commerce_indicator: '05' as const,
    exemption_indicator: null,
    result: 'authenticated' as const,
    result_reason: null,
    transaction_id: null,
    version: '2.2.0' as const,
  };
}
