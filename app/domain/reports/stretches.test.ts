import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayCount, shiftDay } from './report-range.ts';
import { type Stretch, stretchesOf, unitsOf } from './stretches.ts';

const daysOf = (stretch: Stretch) =>
  unitsOf(stretch).flatMap((unit) =>
    Array.from({ length: dayCount(unit) }, (_, i) => shiftDay(unit.from, i)),
  );

it('any days are cut into few pieces that add up to each of them once', () => {
  fc.assert(
    fc.property(fc.nat(1500), fc.nat(2500), fc.boolean(), (start, length, isByArticle) => {
      const from = shiftDay('2021-01-01', start);
      const to = shiftDay(from, length);
      const stretches = stretchesOf({ from, to }, isByArticle);
      const times = new Map<string, number>();
      for (const stretch of stretches) {
        for (const day of daysOf(stretch)) times.set(day, (times.get(day) ?? 0) + stretch.sign);
      }
      const read = [...times].filter(([, count]) => count !== 0).sort();
      expect(read).toEqual(
        Array.from({ length: dayCount({ from, to }) }, (_, i) => [shiftDay(from, i), 1]),
      );
      const units = stretches.flatMap((stretch) => unitsOf(stretch)).length;
      expect(units).toBeLessThanOrEqual(isByArticle ? 19 : 48);
    }),
  );
});

it('a whole year is one row for each key', () => {
  expect(stretchesOf({ from: '2025-01-01', to: '2025-12-31' }, true)).toEqual([
    { grain: 'year', first: '2025-01-01', last: '2025-01-01', sign: 1 },
  ]);
});

it('what lacks little of a month is the month less that', () => {
  expect(stretchesOf({ from: '2025-06-02', to: '2025-06-30' }, true)).toEqual([
    { grain: 'month', first: '2025-06-01', last: '2025-06-01', sign: 1 },
    { grain: 'day', first: '2025-06-01', last: '2025-06-01', sign: -1 },
  ]);
});
