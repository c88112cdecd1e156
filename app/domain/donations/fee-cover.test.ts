import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { money } from '../../kernel/money.ts';
import { feeCover, rateOf } from './fee-cover.ts';

describe('feeCover', () => {
  it('asks for what makes an ordinary gift arrive whole', () => {
    expect(feeCover(money(1000, 'EUR'))).toEqual({
      cover: money(41, 'EUR'),
      total: money(1041, 'EUR'),
    });
    expect(feeCover(money(2500, 'JPY')).total).toEqual(money(2594, 'JPY'));
  });

  it('covers the fee of the total, and not a minor unit more than it must', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 10_000_000 }),
        fc.constantFrom(...givingCurrencies),
        (amountMinor, currency) => {
          const { total, cover } = feeCover(money(amountMinor, currency));
          const { basisPoints, fixedMinor } = rateOf(currency);
          const arrives = (sum: number) => sum * (10_000 - basisPoints) - fixedMinor * 10_000;
          expect(arrives(total.amountMinor)).toBeGreaterThanOrEqual(amountMinor * 10_000);
          expect(arrives(total.amountMinor - 1)).toBeLessThan(amountMinor * 10_000);
          expect(cover.amountMinor).toBe(total.amountMinor - amountMinor);
        },
      ),
    );
  });
});
