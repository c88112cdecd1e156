import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givingCurrencies, minorDigits } from './currencies.ts';
import { formatMoney } from './format.ts';
import { locales } from './locale.ts';
import { money } from './money.ts';
import { parseAmount } from './parse-amount.ts';

const minorOf = (typed: string, currency: 'EUR' | 'JPY' | 'UAH' = 'EUR') => {
  const parsed = parseAmount(typed, currency);
  return parsed.ok ? parsed.value.amountMinor : parsed.reason;
};

describe('parseAmount', () => {
  it.each([
    ['12', 1200],
    ['12,50', 1250],
    ['12.50', 1250],
    ['12,5', 1250],
    [' 12 ', 1200],
    ['1 000', 100_000],
    ['1\u00a0000,00', 100_000],
    ['1,000', 100_000],
    ['1.000', 100_000],
    ['1,000.50', 100_050],
    ['1.000,50', 100_050],
    ["1'000", 100_000],
    ['€ 5', 500],
    ['5€', 500],
    ['100 грн', 10_000],
    ['１２', 1200],
    ['0,5', 50],
  ])('reads %j', (typed, expected) => {
    expect(minorOf(typed)).toBe(expected);
  });

  it.each([
    'abc',
    '12,345,6',
    '1,00,000',
    '12..5',
    '-5',
    '5-',
    '1e5',
    '..',
    '9'.repeat(20),
    '5 or 6',
  ])('refuses %j', (typed) => {
    expect(minorOf(typed)).toBe('amount_unreadable');
  });

  it('says when nothing was typed', () => {
    expect(minorOf('  ')).toBe('amount_missing');
  });

  it('knows currencies without decimals', () => {
    expect(minorOf('1500', 'JPY')).toBe(1500);
    expect(minorOf('1,500', 'JPY')).toBe(1500);
    expect(minorOf('1500,50', 'JPY')).toBe('amount_unreadable');
    expect(minorOf('1500,00', 'JPY')).toBe(1500);
  });

  it('reads back whatever we print, in every language and currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom(...givingCurrencies),
        fc.constantFrom(...locales),
        (amountMinor, currency, locale) => {
          const printed = formatMoney(money(amountMinor, currency), locale);
          expect(parseAmount(printed, currency)).toEqual({
            ok: true,
            value: money(amountMinor, currency),
          });
        },
      ),
    );
  });

  it('answers, whatever is typed, with an amount of whole minor units or a reason', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...givingCurrencies), (typed, currency) => {
        const parsed = parseAmount(typed, currency);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.value.amountMinor)).toBe(true);
        else expect(['amount_missing', 'amount_unreadable']).toContain(parsed.reason);
        expect([0, 2]).toContain(minorDigits(currency));
      }),
    );
  });
});
