import { type GivingCurrency, isGivingCurrency } from '../../../kernel/currencies.ts';
import { type AmountRules, type Interval, fromMajor } from '../../../kernel/giving-amounts.ts';
import { type Money, money } from '../../../kernel/money.ts';

/**
 * The next smaller amount to offer to somebody for whom the present one is too much: the tier's own
 * minimum or a suggestion of the amounts table, whichever is nearer; null when there is none.
 * @param tierMinimums what each tier on offer costs at least, in this currency and interval
 */
export function smallerAmount(
  amount: Money,
  interval: Interval,
  tierMinimums: readonly Money[],
  rules: AmountRules,
): Money | null {
  const { currency } = amount;
  if (!isGivingCurrency(currency) || tierMinimums.length === 0) return null;
  const least = Math.min(...tierMinimums.map(({ amountMinor }) => amountMinor));
  const candidates = [...tierMinimums, ...presets(rules, currency, interval)]
    .map(({ amountMinor }) => amountMinor)
    .filter((minor) => minor >= least && minor < amount.amountMinor);
  return candidates.length > 0 ? money(Math.max(...candidates), currency) : null;
}

function presets(rules: AmountRules, currency: GivingCurrency, interval: Interval): Money[] {
  const rule = rules[currency][interval === 'month' ? 'monthly' : 'yearly'];
  return rule.presets.map((major) => fromMajor(major, currency));
}
