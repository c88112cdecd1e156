import { feeCover } from '../../../app/domain/donations/fee-cover.ts';
import { type GivingCurrency, minorPerMajor } from '../../../app/kernel/currencies.ts';
import { type Interval, defaultAmountRules } from '../../../app/kernel/giving-amounts.ts';
import { money } from '../../../app/kernel/money.ts';
import type { PlannedTier } from './plan-types.ts';
import type { Random } from './random.ts';

/** What people type who take none of the presets, in euros; the small sums first, which are likelier. */
const typed = {
  once: [
    5, 15, 20, 5, 30, 7, 12, 40, 3, 75, 35, 60, 17.5, 150, 80, 42, 200, 120, 250, 300, 500, 1000,
  ],
  monthly: [3, 8, 15, 4, 2, 7, 12, 25, 5.5, 30, 40, 50, 75, 100],
  yearly: [40, 60, 36, 24, 120, 30, 75, 150, 80, 200, 180, 300, 365, 500, 750],
};

/** How many units of a currency people give where others give a euro. */
const scale: Partial<Record<GivingCurrency, number>> = { UAH: 25, JPY: 120 };

/** Which preset they take, the lowest first. */
const presetWeights = { once: [26, 42, 21, 11], monthly: [42, 40, 18], yearly: [46, 40, 14] };

const shareOfPresets = 0.74;
const shareCoveringTheFee = 0.25;

export interface DrawnAmount {
  /** Fee cover included. */
  readonly amountMinor: number;
  readonly feeCoverMinor: number;
}

export function drawAmount(
  random: Random,
  currency: GivingCurrency,
  interval: Interval | null,
): DrawnAmount {
  const frequency = interval === null ? 'once' : interval === 'month' ? 'monthly' : 'yearly';
  const rule = defaultAmountRules[currency][frequency];
  let major: number;
  if (random.chance(shareOfPresets)) {
    const weights = presetWeights[frequency];
    major = random.weighted(
      rule.presets.map((preset, index) => [preset, weights[index] ?? 1] as const),
    );
  } else {
    const list = typed[frequency];
    const inEuros = list[Math.floor(random.next() ** 1.5 * list.length)] ?? 5;
    major = Math.min(rule.max, Math.max(rule.min, inEuros * (scale[currency] ?? 1)));
  }
  return withCover(
    Math.round(major * minorPerMajor(currency)),
    currency,
    random.chance(shareCoveringTheFee),
  );
}

export function withCover(
  giftMinor: number,
  currency: GivingCurrency,
  coversFee: boolean,
): DrawnAmount {
  if (!coversFee) return { amountMinor: giftMinor, feeCoverMinor: 0 };
  const { cover, total } = feeCover(money(giftMinor, currency));
  return { amountMinor: total.amountMinor, feeCoverMinor: cover.amountMinor };
}

/** The highest tier whose minimum the gift reaches. @throws when it reaches none. */
export function tierOf(
  tiers: readonly PlannedTier[],
  giftMinor: number,
  currency: GivingCurrency,
  interval: Interval,
): string {
  const reached = [...tiers]
    .sort((a, b) => b.rank - a.rank)
    .find((tier) => giftMinor >= tier.minimumMinor[currency][interval]);
  if (!reached) throw new Error(`No tier for ${giftMinor} ${currency} a ${interval}`);
  return reached.slug;
}
