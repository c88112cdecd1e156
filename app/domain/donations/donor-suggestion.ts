import { type GivingCurrency, isGivingCurrency, minorPerMajor } from '../../kernel/currencies.ts';
import type { AmountRule, AmountRules } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { DonorGift } from './donor-gift.ts';

const months = 12;

/**
 * What a donor might give each month instead: about what they have given so far, spread over a
 * year. In the currency they used most, rounded to an amount that the form offers, never below
 * what the lowest tier asks nor outside the bounds. Null for somebody who has given nothing.
 *
 * The average is that of the last twelve months, whenever the first gift was: somebody who gave
 * once, yesterday, is not asked for as much each month.
 * @param gifts paid donations, in any order; what was returned does not count
 * @param lowestTier the least that a membership costs a month, by currency
 */
export function suggestMonthly(input: {
  readonly gifts: readonly DonorGift[];
  readonly now: Date;
  readonly rules: AmountRules;
  readonly lowestTier: Readonly<Record<GivingCurrency, Money>>;
}): { readonly amount: Money; readonly currency: GivingCurrency } | null {
  const since = new Date(input.now);
  since.setUTCMonth(since.getUTCMonth() - months);
  const kept = input.gifts.flatMap((gift) => {
    const { currency } = gift.amount;
    const minor = gift.amount.amountMinor - gift.returned.amountMinor;
    return minor > 0 && isGivingCurrency(currency) ? [{ currency, minor, at: gift.paidAt }] : [];
  });
  const recent = kept.filter(({ at }) => at > since);
  const currency = mostUsed(recent.length > 0 ? recent : kept);
  if (currency === null) return null;
  const total = recent
    .filter((gift) => gift.currency === currency)
    .reduce((sum, { minor }) => sum + minor, 0);
  const amountMinor = nearestOffered(total / months, {
    rule: input.rules[currency].monthly,
    per: minorPerMajor(currency),
    least: input.lowestTier[currency].amountMinor,
  });
  return { amount: money(amountMinor, currency), currency };
}

/** By number of gifts, because sums in different currencies can't be compared; of equals the one used last. */
function mostUsed(
  gifts: readonly { readonly currency: GivingCurrency; readonly at: Date }[],
): GivingCurrency | null {
  const uses = new Map<GivingCurrency, { count: number; last: number }>();
  for (const { currency, at } of gifts) {
    const known = uses.get(currency) ?? { count: 0, last: 0 };
    uses.set(currency, {
      count: known.count + 1,
      last: Math.max(known.last, at.getTime()),
    });
  }
  const [first] = [...uses].sort(([, a], [, b]) => b.count - a.count || b.last - a.last);
  return first?.[0] ?? null;
}

/** The offered amount nearest to the average; of two as near the smaller. Above the largest, down to one leading digit. */
function nearestOffered(
  averageMinor: number,
  { rule, per, least }: { rule: AmountRule; per: number; least: number },
): number {
  const floor = Math.max(least, rule.min * per);
  const target = Math.min(Math.max(averageMinor, floor), rule.max * per);
  const offered = [floor, ...rule.presets.map((preset) => preset * per)]
    .filter((minor) => minor >= floor)
    .sort((a, b) => a - b);
  const largest = offered.at(-1) ?? floor;
  if (target > largest) return Math.max(largest, oneLeadingDigit(target));
  return offered.reduce((best, minor) =>
    Math.abs(minor - target) < Math.abs(best - target) ? minor : best,
  );
}

function oneLeadingDigit(minor: number): number {
  const step = 10 ** Math.floor(Math.log10(minor));
  return Math.floor(minor / step) * step;
}
