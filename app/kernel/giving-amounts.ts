import { type GivingCurrency, minorPerMajor } from './currencies.ts';
import { type Money, money } from './money.ts';

/** How often money is given. */
export const frequencies = ['once', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** The interval of a membership, in Stripe's words. */
export const intervals = ['month', 'year'] as const;
export type Interval = (typeof intervals)[number];

export function intervalOf(frequency: 'monthly' | 'yearly'): Interval {
  return frequency === 'monthly' ? 'month' : 'year';
}

/** Bounds and suggestions, in major units, for one currency and frequency. */
export interface AmountRule {
  readonly min: number;
  readonly max: number;
  readonly presets: readonly number[];
  /** Which of the presets is chosen at first. */
  readonly suggested: number;
}

export type AmountRules = Record<GivingCurrency, Record<Frequency, AmountRule>>;

const rule = (min: number, max: number, presets: number[], suggested: number): AmountRule => ({
  min,
  max,
  presets,
  suggested,
});

const dollarLike = {
  yearly: rule(10, 2000, [60, 100, 250], 100),
  monthly: rule(2, 166, [5, 10, 20], 10),
  once: rule(1, 2000, [10, 25, 50, 100], 25),
};

/** The defaults that ship; a newsroom may change them. One table for client and server. */
export const defaultAmountRules: AmountRules = {
  USD: {
    yearly: rule(10, 10000, [50, 100, 250], 100),
    monthly: rule(2, 800, [5, 10, 20], 10),
    once: rule(1, 10000, [10, 25, 50, 100], 25),
  },
  EUR: {
    yearly: rule(10, 2000, [50, 100, 250], 100),
    monthly: rule(2, 166, [6, 10, 20], 10),
    once: rule(1, 2000, [10, 25, 50, 100], 25),
  },
  GBP: {
    yearly: rule(10, 2000, [60, 120, 240], 120),
    monthly: rule(2, 166, [3, 7, 12], 7),
    once: rule(1, 2000, [10, 25, 50, 100], 25),
  },
  CAD: dollarLike,
  AUD: dollarLike,
  NZD: dollarLike,
  UAH: {
    yearly: rule(400, 80000, [1500, 3000, 6000], 3000),
    monthly: rule(80, 6500, [150, 300, 600], 300),
    once: rule(50, 80000, [200, 500, 1000, 2500], 500),
  },
  JPY: {
    yearly: rule(1500, 300000, [5000, 10000, 25000], 10000),
    monthly: rule(300, 25000, [500, 1000, 2000], 1000),
    once: rule(150, 300000, [1000, 2500, 5000, 10000], 2500),
  },
};

/** A table's whole number of major units as money. */
export function fromMajor(major: number, currency: GivingCurrency): Money {
  return money(major * minorPerMajor(currency), currency);
}

/** Is this amount allowed? Null when it is. */
export function amountProblem(
  rules: AmountRules,
  amount: { readonly amountMinor: number; readonly currency: GivingCurrency },
  frequency: Frequency,
): 'amount_too_low' | 'amount_too_high' | null {
  const { min, max } = rules[amount.currency][frequency];
  const per = minorPerMajor(amount.currency);
  if (amount.amountMinor < min * per) return 'amount_too_low';
  if (amount.amountMinor > max * per) return 'amount_too_high';
  return null;
}
