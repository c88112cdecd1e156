import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits } from '../../kernel/currencies.ts';
import { money } from '../../kernel/money.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';

describe('cells of a CSV', () => {
  it('never begin a formula', () => {
    for (const typed of ['=1+1', '+380', '-5', '@cmd', '\tx', '\rx', '\n=1', '＝1']) {
      expect(textCell(typed)).toBe(`'${typed}`);
    }
    expect(textCell('Олена = редакторка')).toBe('Олена = редакторка');
    expect(textCell(null)).toBe('');
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(textCell(typed)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('write amounts as plain decimals that read back to the cent', () => {
    expect(amountCell(money(123_450, 'EUR'))).toBe('1234.50');
    expect(amountCell(money(-5, 'EUR'))).toBe('-0.05');
    expect(amountCell(money(2500, 'JPY'))).toBe('2500');
    expect(amountCell(null)).toBe('');
    const currency = fc.constantFrom('EUR', 'JPY', 'UAH');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), currency, (minor, code) => {
        const text = amountCell(money(minor, code));
        expect(Number(text.replace('.', '')) || 0).toBe(minor || 0);
        expect(text.split('.')[1]?.length ?? 0).toBe(minorDigits(code));
      }),
    );
  });

  it('write instants in UTC', () => {
    expect(instantCell(new Date('2026-11-22T18:40:05.123Z'))).toBe('2026-11-22 18:40:05');
  });
});
