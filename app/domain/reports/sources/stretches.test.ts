import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayCount, shiftDay, wholeMonth } from '../report-range.ts';
import { type Stretch, endOfThird, stretchesOf } from './stretches.ts';

/** Every day that a stretch stands for. */
function daysOf({ grain, first, last }: Stretch): string[] {
  const to = {
    day: last,
    third: endOfThird(last),
    month: wholeMonth(last.slice(0, 7)).to,
    year: `${last.slice(0, 4)}-12-31`,
  }[grain];
  return Array.from({ length: dayCount({ from: first, to }) }, (_, i) => shiftDay(first, i));
}

it('any days are cut so that each is read once, and in few pieces', () => {
  fc.assert(
    fc.property(fc.nat(1500), fc.nat(2500), fc.boolean(), (start, length, hasThirds) => {
      const from = shiftDay('2021-01-01', start);
      const to = shiftDay(from, length);
      const stretches = stretchesOf({ from, to }, hasThirds);
      const read = stretches.flatMap(daysOf).sort();
      expect(read).toEqual(
        Array.from({ length: dayCount({ from, to }) }, (_, i) => shiftDay(from, i)),
      );
      expect(stretches.length).toBeLessThanOrEqual(hasThirds ? 7 : 5);
      const days = stretches.filter(({ grain }) => grain === 'day').flatMap(daysOf);
      if (hasThirds) expect(days.length).toBeLessThanOrEqual(20);
    }),
  );
});

it('a whole year is one row for each key', () => {
  expect(stretchesOf({ from: '2025-01-01', to: '2025-12-31' }, true)).toEqual([
    { grain: 'year', first: '2025-01-01', last: '2025-01-01' },
  ]);
});
