import { type AmountRuleField, amountRuleProblems } from '../../domain/newsroom/amount-rules.ts';
import { type GivingCurrency, minorPerMajor } from '../../kernel/currencies.ts';
import {
  type AmountRule,
  type AmountRules,
  type Frequency,
  frequencies,
} from '../../kernel/giving-amounts.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import type { MessageKey } from '../../messages/translate.ts';

/** The amounts of one currency as they were typed; null when something is wrong with them. */
export function readAmountForm(
  typed: Readonly<Record<string, string>>,
  currency: GivingCurrency,
): {
  readonly rules: AmountRules[GivingCurrency] | null;
  readonly errors: Readonly<Record<string, MessageKey>>;
} {
  const errors: Record<string, MessageKey> = {};
  const readRule = (frequency: Frequency): AmountRule => {
    const text = (field: AmountRuleField) => typed[`${frequency}-${field}`] ?? '';
    const number = (field: AmountRuleField, written: string) => {
      const value = readWhole(written, currency);
      if (value === null) errors[`${frequency}-${field}`] = 'amounts.error.unreadable';
      return value ?? 0;
    };
    const rule = {
      min: number('min', text('min')),
      max: number('max', text('max')),
      presets: text('presets')
        .split(/[\s;]+/)
        .filter((part) => part !== '')
        .map((part) => number('presets', part.replace(/,$/, '')))
        .sort((a, b) => a - b),
      suggested: number('suggested', text('suggested')),
    };
    for (const [field, problem] of Object.entries(amountRuleProblems(rule, currency, frequency)))
      errors[`${frequency}-${field}`] ??= `amounts.error.${problem}`;
    return rule;
  };
  const rules = {
    once: readRule('once'),
    monthly: readRule('monthly'),
    yearly: readRule('yearly'),
  };
  return { rules: Object.keys(errors).length === 0 ? rules : null, errors };
}

/** A whole number of major units, as people type amounts; null when it is none. */
export function readWhole(written: string, currency: GivingCurrency): number | null {
  const parsed = parseAmount(written, currency);
  if (!parsed.ok || parsed.value.amountMinor <= 0) return null;
  const { amountMinor } = parsed.value;
  const per = minorPerMajor(currency);
  return amountMinor % per === 0 ? amountMinor / per : null;
}

/** The amounts of one currency as their form shows them. */
export function typedAmounts(rules: AmountRules[GivingCurrency]): Record<string, string> {
  return Object.fromEntries(
    frequencies.flatMap((frequency) => {
      const { min, max, presets, suggested } = rules[frequency];
      return [
        [`${frequency}-min`, String(min)],
        [`${frequency}-max`, String(max)],
        [`${frequency}-presets`, presets.join(' ')],
        [`${frequency}-suggested`, String(suggested)],
      ];
    }),
  );
}
