import { minorDigits } from '../../kernel/currencies.ts';
import type { Money } from '../../kernel/money.ts';

export const differenceKinds = [
  'event',
  'order',
  'membership',
  'balance_transaction',
  'payout',
  'dispute',
  'total',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/**
 * Why it differed: an event that was not delivered; our row was behind; a movement was not booked;
 * no order of ours is known for it; Stripe does not have it; the figures are not the same; Stripe
 * has not listed yet what a payout is made of.
 */
export type DifferenceCause =
  | 'not_delivered'
  | 'behind'
  | 'not_booked'
  | 'order_unknown'
  | 'not_at_stripe'
  | 'figures_differ'
  | 'not_listed_yet';

export type DifferenceState = 'open' | 'repaired' | 'explained';

/** Something that we and Stripe do not agree on, or did not until just now. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Stripe's id where there is one; a currency for a total. */
  readonly objectId: string;
  /** What Stripe says. */
  readonly expected: string;
  /** What we had. */
  readonly found: string;
  readonly cause: DifferenceCause;
  readonly isRepaired: boolean;
}

/** A difference as staff see it. */
export interface ListedDifference extends Omit<Difference, 'isRepaired'> {
  readonly id: string;
  readonly objectUrl: string | null;
  readonly state: DifferenceState;
  readonly explanation: string | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

export type Scope = 'hourly' | 'nightly' | 'whole';

export interface RunView {
  readonly scope: Scope;
  readonly startedAt: Date;
  /** Null: it runs, or was cut off. */
  readonly finishedAt: Date | null;
  readonly compared: number;
  readonly differing: number;
  readonly repaired: number;
  readonly failure: string | null;
}

/** What a comparison has found. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Objects that agree now, so that what was open about them is over. */
  readonly agreeing: readonly { readonly kind: DifferenceKind; readonly objectId: string }[];
}

/** "-12.50 EUR": for staff of any language, and for machines. */
export function spellMoney({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const whole = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const at = whole.length - digits;
  const decimals = digits > 0 ? `.${whole.slice(at)}` : '';
  return `${amountMinor < 0 ? '-' : ''}${whole.slice(0, at)}${decimals} ${currency}`;
}
