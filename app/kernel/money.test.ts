import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, money, negateMoney, subtractMoney } from './money.ts';

const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it('refuses what is not a whole number of minor units', () => {
    expect(() => money(12.5, 'EUR')).toThrow(RangeError);
    expect(() => money(Number.NaN, 'EUR')).toThrow(RangeError);
    expect(() => money(2 ** 60, 'EUR')).toThrow(RangeError);
  });

  it('never adds up two currencies', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow(/EUR and USD/);
    expect(() => subtractMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow(RangeError);
  });

  it('takes away what it added', () => {
    fc.assert(
      fc.property(minor, minor, (a, b) => {
        const sum = addMoney(money(a, 'UAH'), money(b, 'UAH'));
        expect(subtractMoney(sum, money(b, 'UAH'))).toEqual(money(a, 'UAH'));
        expect(addMoney(sum, negateMoney(sum)).amountMinor).toBe(0);
      }),
    );
  });
});
