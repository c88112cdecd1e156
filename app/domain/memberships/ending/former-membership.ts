import { isGivingCurrency } from '../../../kernel/currencies.ts';
import { type AmountRules, type Interval, amountProblem } from '../../../kernel/giving-amounts.ts';
import { type Money, money } from '../../../kernel/money.ts';
import type { TierView } from '../tier.ts';

/** A membership that was, as its patron sees it. */
export interface FormerMembership {
  readonly id: string;
  readonly tierSlug: string;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly interval: Interval;
  /** What was charged each interval at its end, fee cover included. */
  readonly amount: Money;
  /** Of that, what was given to cover the fee. */
  readonly feeCover: Money;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** What somebody who comes back begins with: as it was, as far as it is still offered. */
export interface WayBack {
  readonly tierSlug: string;
  readonly interval: Interval;
  /** Without the fee cover, which is asked for anew. */
  readonly amount: Money;
}

/**
 * The same membership again; null when it can't be begun as it was: its tier is gone, costs more by
 * now, or its currency is not taken any more.
 */
export function wayBack(
  former: FormerMembership,
  tiers: readonly TierView[],
  rules: AmountRules,
): WayBack | null {
  const { currency } = former.amount;
  const tier = tiers.find(({ slug }) => slug === former.tierSlug);
  if (!tier || !isGivingCurrency(currency)) return null;
  const amountMinor = former.amount.amountMinor - former.feeCover.amountMinor;
  const frequency = former.interval === 'month' ? 'monthly' : 'yearly';
  if (amountProblem(rules, { amountMinor, currency }, frequency)) return null;
  if (amountMinor < tier.minimums[currency][former.interval].amountMinor) return null;
  return {
    tierSlug: tier.slug,
    interval: former.interval,
    amount: money(amountMinor, currency),
  };
}
