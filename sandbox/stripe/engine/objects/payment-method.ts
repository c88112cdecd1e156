import type { Address, Metadata } from '../params.ts';

export type PaymentMethod = ReturnType<typeof newPaymentMethod>;

export interface BillingDetails {
  address: Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
}

export interface CardDetails {
  brand: string;
  country: string;
  expMonth: number;
  expYear: number;
  funding: string;
  last4: string;
  fingerprint: string;
}

export interface BankDetails {
  country: string;
  last4: string;
  bankCode: string;
  fingerprint: string;
}

export type MethodDetails = { card: CardDetails } | { bank: BankDetails };

export function newPaymentMethod(
  id: string,
  created: number,
  billing: BillingDetails,
  details: MethodDetails,
) {
  return {
    id,
    object: 'payment_method' as const,
    allow_redisplay: 'unspecified' as 'always' | 'limited' | 'unspecified',
    billing_details: billing,
    ...hashOf(details),
    created,
    customer: null as string | null,
    customer_account: null as string | null,
    livemode: false,
    metadata: {} as Metadata,
    type: 'card' in details ? ('card' as const) : ('sepa_debit' as const),
  };
}

function hashOf(details: MethodDetails): {
  card?: ReturnType<typeof cardHash>;
  sepa_debit?: ReturnType<typeof bankHash>;
} {
  return 'card' in details
    ? { card: cardHash(details.card) }
    : { sepa_debit: bankHash(details.bank) };
}

function cardHash(card: CardDetails) {
  return {
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null as string | null,
      cvc_check: 'pass' as string | null,
    },
    country: card.country,
    display_brand: card.brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: card.fingerprint,
    funding: card.funding,
    generated_from: null,
    last4: card.last4,
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated' as const,
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

function bankHash(bank: BankDetails) {
  return {
    bank_code: bank.bankCode,
    branch_code: '',
    country: bank.country,
    fingerprint: bank.fingerprint,
    generated_from: { charge: null, setup_attempt: null },
    last4: bank.last4,
  };
}

/**
 * What the sandbox knows of a payment method that its wire form does not say: how it behaves when
 * it is charged. Kept beside the payment method under its own id.
 */
export interface MethodProfile {
  id: string;
  object: 'sandbox.method_profile';
  created: number;
  /** The test card's or test account's number. */
  number: string;
  /** Set up with the card holder present, so that later charges need no authentication. */
  authenticated: boolean;
}

export function profileId(paymentMethod: string): string {
  return `profile_${paymentMethod}`;
}
