import { describe, expect, it } from 'vitest';
import { money } from '../../kernel/money.ts';
import type { WallName } from '../donations/wall-name.ts';
import { formatPlace, parsePlace, printMonths, printNames } from './wall.ts';

function gift(parts: Partial<WallName>): WallName {
  return {
    id: '01934f5e-0000-7000-8000-000000000001',
    at: new Date('2026-11-22T12:00:00Z'),
    supporterId: 'a',
    name: 'Anna',
    amount: null,
    interval: null,
    ...parts,
  };
}

describe('names on the wall', () => {
  it('are printed once for somebody who gave twice and tells no amount', () => {
    expect(printNames([gift({}), gift({})])).toHaveLength(1);
  });

  it('are printed again with an amount that is told, or for somebody else of that name', () => {
    const amount = money(500, 'EUR');
    const printed = printNames([gift({}), gift({ amount }), gift({ supporterId: 'b' })]);
    expect(printed.map((one) => one.amount)).toEqual([null, amount, null]);
  });

  it('say nothing but name, amount and how often', () => {
    expect(Object.keys(printNames([gift({})])[0] ?? {}).sort()).toEqual([
      'amount',
      'interval',
      'name',
    ]);
  });

  it('stand under the month of the newsroom’s calendar, newest first', () => {
    const months = printMonths(
      [
        gift({ at: new Date('2026-11-30T23:30:00Z') }),
        gift({ at: new Date('2026-11-30T20:00:00Z') }),
      ],
      'Europe/Kyiv',
    );
    expect(months.map(({ month }) => month)).toEqual(['2026-12', '2026-11']);
  });
});

describe('a place in a list', () => {
  it('is read back as it was written', () => {
    const place = { at: new Date(1_763_812_800_123), id: '01934f5e-0000-7000-8000-000000000001' };
    expect(parsePlace(formatPlace(place))).toEqual(place);
  });

  it.each([null, '', 'x', '1763812800123', '1-2-3', "1763812800123-'; drop table"])(
    '%j is none',
    (value) => {
      expect(parsePlace(value)).toBeNull();
    },
  );
});
