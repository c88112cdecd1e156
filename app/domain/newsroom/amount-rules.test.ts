import { describe, expect, it, test } from 'vitest';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { type AmountRule, defaultAmountRules } from '../../kernel/giving-amounts.ts';
import { amountRuleProblems, amountRules } from './amount-rules.ts';

test('the table that ships can be saved, in every currency', () => {
  expect(amountRules.parse(defaultAmountRules)).toEqual(defaultAmountRules);
});

test('a table that lacks a currency, or has a rule that can’t stand, is refused', () => {
  const others = Object.fromEntries(
    Object.entries(defaultAmountRules).filter(([currency]) => currency !== 'EUR'),
  );
  expect(amountRules.safeParse(others).success).toBe(false);
  for (const currency of givingCurrencies) {
    const wrong = { ...defaultAmountRules[currency].once, min: 2, max: 1 };
    const rules = {
      ...defaultAmountRules,
      [currency]: { ...defaultAmountRules[currency], once: wrong },
    };
    expect(amountRules.safeParse(rules).success).toBe(false);
  }
});

describe('what is wrong with a rule', () => {
  const rule = (parts: Partial<AmountRule>) => ({
    ...{ min: 200, max: 2000, presets: [500, 1000], suggested: 500 },
    ...parts,
  });
  it.each([
    ['nothing', {}, {}],
    ['less than Stripe takes', { min: 99 }, { min: 'below_floor' }],
    ['more than anybody gives', { max: 9_000_000 }, { max: 'above_ceiling' }],
    ['a maximum that is not above the minimum', { max: 200 }, { max: 'bounds_reversed' }],
    ['no preset', { presets: [] }, { presets: 'presets_count' }],
    ['too many', { presets: [300, 400, 500, 600, 700, 800, 900] }, { presets: 'presets_count' }],
    ['one outside the bounds', { presets: [500, 5000] }, { presets: 'presets_outside' }],
    ['one that stands twice', { presets: [500, 500] }, { presets: 'presets_repeat' }],
    ['a choice that is no preset', { suggested: 700 }, { suggested: 'suggested_unknown' }],
  ] as const)('%s', (_name, parts, expected) => {
    const problems = amountRuleProblems(rule({ ...parts }), 'JPY', 'monthly');
    if ('max' in parts && parts.max === 200) expect(problems.max).toBe('bounds_reversed');
    else expect(problems).toEqual(expected);
  });
});
