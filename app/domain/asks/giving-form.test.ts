import { describe, expect, it } from 'vitest';
import { type GivingCurrency } from '../../kernel/currencies.ts';
import { type Frequency, defaultAmountRules } from '../../kernel/giving-amounts.ts';
import { money } from '../../kernel/money.ts';
import {
  type GivingFields,
  prefilledFields,
  raiseMinimums,
  readGivingChoice,
} from './giving-form.ts';

const blank: GivingFields = {
  frequency: 'once',
  currency: 'EUR',
  presets: { once: '25', monthly: '10', yearly: '100' },
  ownAmount: '',
  coversFee: false,
  displayName: '',
  isAnonymous: false,
  isAmountShown: false,
  note: '',
};

function read(
  change: Partial<GivingFields>,
  frequency: Frequency = 'once',
  currency: GivingCurrency = 'EUR',
) {
  return readGivingChoice(
    { ...blank, ...change },
    { frequency, currency, rules: defaultAmountRules },
  );
}
const amountOf = (choice: ReturnType<typeof read>) =>
  choice.ok ? choice.value.amount.amountMinor : choice.problems.amount;

describe('readGivingChoice', () => {
  it('takes the suggestion of the chosen frequency', () => {
    expect(amountOf(read({}))).toBe(2500);
    expect(amountOf(read({}, 'monthly'))).toBe(1000);
    expect(amountOf(read({}, 'yearly'))).toBe(10000);
  });

  it('lets an own amount win, written with comma or point', () => {
    expect(amountOf(read({ ownAmount: '12,50' }))).toBe(1250);
    expect(amountOf(read({ ownAmount: ' 12.50 € ' }))).toBe(1250);
    expect(amountOf(read({ ownAmount: '1500' }, 'once', 'JPY'))).toBe(1500);
  });

  it('says what is wrong with an amount', () => {
    expect(amountOf(read({ presets: { once: '', monthly: '', yearly: '' } }))).toBe(
      'amount_missing',
    );
    expect(amountOf(read({ ownAmount: 'ten' }))).toBe('amount_unreadable');
    expect(amountOf(read({ ownAmount: '0.99' }))).toBe('amount_too_low');
    expect(amountOf(read({ ownAmount: '2000.01' }))).toBe('amount_too_high');
    expect(amountOf(read({ ownAmount: '1' }, 'monthly'))).toBe('amount_too_low');
  });

  it('does not take a tampered suggestion for more than it is', () => {
    expect(amountOf(read({ presets: { ...blank.presets, once: '-5' } }))).toBe('amount_unreadable');
    expect(amountOf(read({ presets: { ...blank.presets, once: '1e9' } }))).toBe(
      'amount_unreadable',
    );
  });

  it('names every field at once, and keeps empty words out', () => {
    const wrong = read({ ownAmount: 'x', displayName: 'n'.repeat(81), note: 'n'.repeat(501) });
    expect(wrong).toEqual({
      ok: false,
      problems: { amount: 'amount_unreadable', displayName: 'too_long', note: 'too_long' },
    });
    expect(read({ displayName: ' Anna\n K ', isAmountShown: true })).toMatchObject({
      value: { displayName: 'Anna K', isAmountShown: true },
    });
    const right = read({ displayName: '  ', note: ' Thanks ' });
    expect(right).toMatchObject({ ok: true, value: { displayName: null, note: 'Thanks' } });
  });
});

describe('prefilledFields', () => {
  const known = { currency: 'EUR', frequency: 'once' } as const;

  it('chooses the suggestion when the amount is one, and writes it out when not', () => {
    expect(prefilledFields(defaultAmountRules, known, '50')).toMatchObject({
      ownAmount: '',
      presets: { once: '50' },
    });
    expect(prefilledFields(defaultAmountRules, known, '33')).toMatchObject({
      ownAmount: '33',
      presets: { once: '25' },
    });
  });
});

describe('raiseMinimums', () => {
  it('raises what recurring gifts begin with, in one currency', () => {
    const raised = raiseMinimums(defaultAmountRules, 'EUR', {
      monthly: money(550, 'EUR'),
      yearly: money(500, 'EUR'),
    });
    expect(raised.EUR.monthly.min).toBe(5.5);
    expect(raised.EUR.yearly.min).toBe(10);
    expect(raised.EUR.once).toEqual(defaultAmountRules.EUR.once);
    expect(raised.USD).toBe(defaultAmountRules.USD);
  });
});
