import { describe, expect, it } from 'vitest';
import { givingCurrencies, minorPerMajor } from './currencies.ts';
import { amountProblem, defaultAmountRules, frequencies } from './giving-amounts.ts';

describe('the amounts table', () => {
  it.each(
    givingCurrencies.flatMap((currency) =>
      frequencies.map((frequency) => [currency, frequency] as const),
    ),
  )('suggests for %s %s only what it allows', (currency, frequency) => {
    const rule = defaultAmountRules[currency][frequency];
    expect(rule.min).toBeLessThan(rule.max);
    expect(rule.presets).toContain(rule.suggested);
    expect([...rule.presets].sort((a, b) => a - b)).toEqual(rule.presets);
    const per = minorPerMajor(currency);
    const problem = (major: number) =>
      amountProblem(defaultAmountRules, { amountMinor: major * per, currency }, frequency);
    for (const preset of rule.presets) expect(problem(preset)).toBeNull();
    expect(problem(rule.min)).toBeNull();
    expect(problem(rule.max)).toBeNull();
    expect(problem(rule.min - 1)).toBe('amount_too_low');
    expect(problem(rule.max + 1)).toBe('amount_too_high');
  });
});
