import { z } from 'zod';
import { type GivingCurrency, givingCurrencies } from '../../kernel/currencies.ts';
import {
  type AmountRule,
  type Frequency,
  defaultAmountRules,
  frequencies,
} from '../../kernel/giving-amounts.ts';

/** More would not fit into a row of tiles on a phone. */
export const mostPresets = 6;

/**
 * The least that may be asked for at all, in whole major units. Above what Stripe takes:
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export function floorOf(currency: GivingCurrency): number {
  return currency === 'JPY' ? 100 : currency === 'UAH' ? 25 : 1;
}

/** The most that may be set, in whole major units: what the default allows, ten times over. */
export function ceilingOf(currency: GivingCurrency, frequency: Frequency): number {
  return defaultAmountRules[currency][frequency].max * 10;
}

export type AmountRuleField = keyof AmountRule;
export type AmountRuleProblem =
  | 'below_floor'
  | 'above_ceiling'
  | 'bounds_reversed'
  | 'presets_count'
  | 'presets_outside'
  | 'presets_repeat'
  | 'suggested_unknown';

/** What is wrong with a rule, field by field; empty when it can stand. */
export function amountRuleProblems(
  rule: AmountRule,
  currency: GivingCurrency,
  frequency: Frequency,
): Partial<Record<AmountRuleField, AmountRuleProblem>> {
  const problems: Partial<Record<AmountRuleField, AmountRuleProblem>> = {};
  if (rule.min < floorOf(currency)) problems.min = 'below_floor';
  if (rule.max > ceilingOf(currency, frequency)) problems.max = 'above_ceiling';
  else if (rule.max <= rule.min) problems.max = 'bounds_reversed';
  if (rule.presets.length === 0 || rule.presets.length > mostPresets)
    problems.presets = 'presets_count';
  else if (new Set(rule.presets).size < rule.presets.length) problems.presets = 'presets_repeat';
  else if (rule.presets.some((preset) => preset < rule.min || preset > rule.max))
    problems.presets = 'presets_outside';
  else if (!rule.presets.includes(rule.suggested)) problems.suggested = 'suggested_unknown';
  return problems;
}

const whole = z.int().positive();
const rule = z.object({
  min: whole,
  max: whole,
  presets: z.array(whole).min(1).max(mostPresets).readonly(),
  suggested: whole,
});

/** The whole table as it rests in its row. */
export const amountRules = z
  .record(z.enum(givingCurrencies), z.object({ once: rule, monthly: rule, yearly: rule }))
  .refine((rules) =>
    givingCurrencies.every((currency) =>
      frequencies.every(
        (frequency) =>
          Object.keys(amountRuleProblems(rules[currency][frequency], currency, frequency))
            .length === 0,
      ),
    ),
  );
