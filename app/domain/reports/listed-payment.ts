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
  readonly amount: Money;
  /** Null: these wait for Stripe's figures. */
  readonly settlement: { readonly gross: Money; readonly fee: Money; readonly net: Money } | null;
}

export interface PaymentPage {
  readonly payments: readonly ListedPayment[];
  /** The `after` of the next page; null on the last. */
  readonly next: string | null;
}
