import type { Money } from '../../kernel/money.ts';
import type { PaymentKind, PaymentSource } from './income.ts';

/** One movement of money, as staff see it in a list. */
export interface ListedPayment {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly source: PaymentSource;
  /** Signed from the newsroom's side. */
  readonly amount: Money;
  /** Stripe's own figures; null until it has them. */
  readonly settlement: { readonly gross: Money; readonly fee: Money; readonly net: Money } | null;
  readonly occurredAt: Date;
  readonly supporter: {
    readonly id: string;
    readonly name: string | null;
    readonly email: string;
  } | null;
  readonly article: { readonly id: string; readonly headline: string } | null;
  readonly country: string | null;
  readonly stripeObjectId: string;
  readonly stripeChargeId: string;
}

/** What a whole list comes to, in each pair of currencies. */
export interface PaymentSum {
  readonly count: number;
  /** Null: too many to add up one by one, and nothing that is kept knows what they were charged. */
  readonly amount: Money | null;
  /** Null: these wait for Stripe's figures. */
  readonly settlement: { readonly gross: Money; readonly fee: Money; readonly net: Money } | null;
}

/** Null: too many to be added up, and nothing that is kept knows what they come to. */
export type PaymentSums = readonly PaymentSum[] | null;

/** So many movements are added up one by one. */
export const mostAddedUp = 10_000;
/** Fewer are read at once, where something must be looked up for each of them. */
export const mostLookedUp = 1_500;

export interface PaymentPage {
  readonly payments: readonly ListedPayment[];
  /** The `after` of the next page; null on the last. */
  readonly next: string | null;
}
