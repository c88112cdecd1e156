import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';

/** What a tier can open; data, so that a newsroom composes its own tiers. */
export const perks = ['extras', 'early_access', 'ad_free', 'supporter_newsletter', 'wall'] as const;
export type Perk = (typeof perks)[number];

export interface TierView {
  readonly id: string;
  readonly slug: string;
  /** Higher opens more. */
  readonly rank: number;
  readonly name: { readonly en: string; readonly uk: string };
  readonly description: { readonly en: string; readonly uk: string };
  readonly perks: readonly Perk[];
  readonly minimums: Readonly<Record<GivingCurrency, Readonly<Record<Interval, Money>>>>;
}

/** The highest tier whose minimum the amount reaches; null when it reaches none. */
export function tierFor(
  tiers: readonly TierView[],
  amountMinor: number,
  currency: GivingCurrency,
  interval: Interval,
): TierView | null {
  return (
    [...tiers]
      .sort((a, b) => b.rank - a.rank)
      .find((tier) => amountMinor >= tier.minimums[currency][interval].amountMinor) ?? null
  );
}
