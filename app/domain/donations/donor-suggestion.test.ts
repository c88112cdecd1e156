import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { givingCurrencies, minorPerMajor } from '../../kernel/currencies.ts';
import { defaultAmountRules, fromMajor } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { DonorGift } from './donor-gift.ts';
import { suggestMonthly } from './donor-suggestion.ts';

const now = new Date('2026-11-22T12:00:00Z');
const lowestTier = Object.fromEntries(
  givingCurrencies.map((currency) => [
    currency,
    fromMajor(defaultAmountRules[currency].monthly.min, currency),
  ]),
) as Record<(typeof givingCurrencies)[number], Money>; // fromEntries forgets which keys it was given

function gift(minor: number, currency: CurrencyCode, day: string, returned = 0): DonorGift {
  return {
    amount: money(minor, currency),
    returned: money(returned, currency),
    paidAt: new Date(`${day}T10:00:00Z`),
  };
}

function suggest(gifts: readonly DonorGift[], lowest = lowestTier) {
  return suggestMonthly({ gifts, now, rules: defaultAmountRules, lowestTier: lowest })?.amount;
}

describe('what a donor might give each month', () => {
  it.each([
    ['one gift of EUR 25: a twelfth is near the least', [gift(2_500, 'EUR', '2026-11-01')], 200],
    ['EUR 60 in a year', [gift(6_000, 'EUR', '2026-01-05')], 600],
    ['EUR 10 each month', twelve(1_000), 1_000],
    ['EUR 12 each month: nearer to 10 than to 20', twelve(1_200), 1_000],
    ['EUR 15 each month: as near to both, so the smaller', twelve(1_500), 1_000],
    ['EUR 47 each month: above what is offered, one leading digit', twelve(4_700), 4_000],
    ['EUR 500 each month: more than is taken', twelve(50_000), 10_000],
  ])('%s', (_, gifts, minor) => {
    expect(suggest(gifts)).toEqual(money(minor, 'EUR'));
  });

  it('is nothing for somebody who has given nothing, or got all of it back', () => {
    expect(suggest([])).toBeUndefined();
    expect(suggest([gift(2_500, 'EUR', '2026-11-01', 2_500)])).toBeUndefined();
  });

  it('counts only what was kept, and only the last twelve months', () => {
    expect(
      suggest([gift(24_000, 'EUR', '2026-05-01', 12_000), gift(90_000, 'EUR', '2025-11-21')]),
    ).toEqual(money(1_000, 'EUR'));
  });

  it('is the least, in the currency used last, when the gifts are older than that', () => {
    expect(suggest([gift(90_000, 'EUR', '2024-01-01'), gift(50_000, 'UAH', '2024-02-01')])).toEqual(
      money(8_000, 'UAH'),
    );
  });

  it('is in the currency of most gifts, whatever their sums; of equals in the one used last', () => {
    const mixed = [
      gift(100_000, 'EUR', '2026-10-01'),
      gift(60_000, 'UAH', '2026-08-01'),
      gift(120_000, 'UAH', '2026-09-01'),
    ];
    expect(suggest(mixed)).toEqual(money(15_000, 'UAH'));
    expect(suggest(mixed.slice(0, 2))?.currency).toBe('EUR');
  });

  it('is never below the lowest tier', () => {
    const dear = { ...lowestTier, EUR: money(700, 'EUR') };
    expect(suggest([gift(2_500, 'EUR', '2026-11-01')], dear)).toEqual(money(700, 'EUR'));
  });

  it('knows currencies without minor units, and passes over those that are not taken', () => {
    expect(suggest([gift(12_000, 'JPY', '2026-11-01')])).toEqual(money(1_000, 'JPY'));
    expect(suggest([gift(12_000, 'CHF', '2026-11-01')])).toBeUndefined();
  });

  it('is always a whole amount that the form takes', () => {
    const anyGift = fc.record({
      minor: fc.integer({ min: 1, max: 50_000_000 }),
      currency: fc.constantFrom(...givingCurrencies),
      daysAgo: fc.integer({ min: 0, max: 800 }),
    });
    fc.assert(
      fc.property(fc.array(anyGift, { minLength: 1, maxLength: 20 }), (drawn) => {
        const gifts = drawn.map(({ minor, currency, daysAgo }) => ({
          ...gift(minor, currency, '2026-01-01'),
          paidAt: new Date(now.getTime() - daysAgo * 86_400_000),
        }));
        const found = suggestMonthly({ gifts, now, rules: defaultAmountRules, lowestTier });
        if (!found) throw new Error('nothing suggested');
        const { min, max } = defaultAmountRules[found.currency].monthly;
        const per = minorPerMajor(found.currency);
        expect(found.amount.amountMinor).toBeGreaterThanOrEqual(min * per);
        expect(found.amount.amountMinor).toBeLessThanOrEqual(max * per);
        expect(found.amount.amountMinor % per).toBe(0);
      }),
    );
  });
});

function twelve(minor: number): DonorGift[] {
  return Array.from({ length: 12 }, (_, month) =>
    gift(minor, 'EUR', `2026-${String((month % 11) + 1).padStart(2, '0')}-10`),
  );
}
