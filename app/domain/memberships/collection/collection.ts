import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';

/** What a membership is charged to, as its patron knows it. */
export interface Card {
  /** As Stripe writes it: "visa"; for what is no card, the kind: "sepa_debit". */
  readonly brand: string;
  readonly last4: string | null;
  /** 1 to 12. */
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/**
 * How the paying of a membership stands. `well`: nothing is wrong. `waiting`: a payment that had
 * failed is on its way. `ended` tells nothing of why.
 */
export type CollectionState = 'well' | 'waiting' | 'failed' | 'needs_confirmation' | 'ended';

export interface Collection {
  readonly membershipId: string;
  readonly supporterId: string | null;
  readonly state: CollectionState;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly interval: Interval;
  /** What is open; when nothing is, what is charged each interval. */
  readonly amount: Money;
  readonly card: Card | null;
  readonly openInvoiceId: string | null;
  /** When Stripe tries again by itself; null = not by itself. */
  readonly nextAttemptAt: Date | null;
  readonly pastDueSince: Date | null;
  /** While it fails, of a tier that opens extras: when they close, or closed. */
  readonly closesAt: Date | null;
  readonly isClosed: boolean;
  readonly nextChargeAt: Date | null;
  readonly endedBecause: string | null;
  readonly endedAt: Date | null;
}

/** Names of kinds of cards that are not what their first letter in capitals makes of them. */
const brandNames: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  eftpos_au: 'Eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  sepa_debit: 'SEPA',
  unionpay: 'UnionPay',
  unknown: '',
};

/** "Visa", "American Express"; empty when it has no name that says anything. */
export function brandName(brand: string): string {
  return brandNames[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1).replaceAll('_', ' ');
}
