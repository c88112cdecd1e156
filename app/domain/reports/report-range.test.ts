import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMonths } from './overview/split-months.ts';
import {
  comparisons,
  dayCount,
  findUnreadableDays,
  parseRange,
  rangePresets,
  rangeQuery,
  shiftDay,
  spanOf,
  stepsOf,
} from './report-range.ts';

const at = { today: '2026-11-23', firstDay: '2022-02-24', timeZone: 'Europe/Kyiv' };
const read = (query: string) => parseRange(new URLSearchParams(query), at);

describe('the days of a report', () => {
  it.each([
    ['', '2026-11-01', '2026-11-23', '2026-10-01', '2026-10-23'],
    ['range=last_month', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['range=last_30', '2026-10-25', '2026-11-23', '2026-09-25', '2026-10-24'],
    ['range=last_90', '2026-08-26', '2026-11-23', '2026-05-28', '2026-08-25'],
    ['range=this_year', '2026-01-01', '2026-11-23', '2025-01-01', '2025-11-23'],
    ['range=last_year', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    ['month=2026-02', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    [
      'from=2024-02-29&to=2024-02-29&compare=year',
      '2024-02-29',
      '2024-02-29',
      '2023-02-28',
      '2023-02-28',
    ],
    ['from=2026-03-05&to=2026-03-11', '2026-03-05', '2026-03-11', '2026-02-26', '2026-03-04'],
    ['from=2026-03-11&to=2026-03-05', '2026-03-05', '2026-03-11', '2026-02-26', '2026-03-04'],
    ['from=2026-11-20&to=2027-05-01', '2026-11-20', '2026-11-23', '2026-11-16', '2026-11-19'],
    [
      'from=nonsense&to=2026-02-30&range=ever',
      '2026-11-01',
      '2026-11-23',
      '2026-10-01',
      '2026-10-23',
    ],
  ])('%s', (query, from, to, beforeFrom, beforeTo) => {
    expect(read(query)).toMatchObject({ from, to, before: { from: beforeFrom, to: beforeTo } });
  });

  it('all time begins with the first payment and is compared with nothing', () => {
    expect(read('range=all')).toMatchObject({ from: '2022-02-24', to: '2026-11-23', before: null });
    expect(read('compare=none').before).toBeNull();
    const empty = parseRange(new URLSearchParams('range=all'), { ...at, firstDay: null });
    expect(empty).toMatchObject({ from: '2026-11-23', to: '2026-11-23' });
  });

  it('is told which fields can’t be read', () => {
    expect(findUnreadableDays(new URLSearchParams('from=23.11.2026&to=2026-11-23'))).toEqual({
      from: '23.11.2026',
    });
  });

  const days = fc
    .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }))
    .map(([one, other]) => ({
      from: shiftDay('2022-03-01', Math.min(one, other)),
      to: shiftDay('2022-03-01', Math.max(one, other)),
    }));

  it('is in its address, wherever it leads', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...comparisons),
        fc.constantFrom(...rangePresets, 'custom' as const),
        (span, compare, preset) => {
          const range = read(rangeQuery({ ...span, compare, preset }));
          expect(read(rangeQuery(range))).toEqual(range);
          expect(range).toMatchObject({ compare, preset });
        },
      ),
    );
  });

  it('never overlaps what it is compared with', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...comparisons), (span, compare) => {
        const { from, before } = read(rangeQuery({ ...span, compare, preset: 'custom' }));
        if (before) {
          expect(before.to < from).toBe(true);
          expect(before.from <= before.to).toBe(true);
        }
      }),
    );
  });

  it('are the columns of the chart, each once, and not too many', () => {
    fc.assert(
      fc.property(days, (span) => {
        const range = read(rangeQuery({ ...span, compare: 'none', preset: 'custom' }));
        const steps = stepsOf(range);
        expect(steps.reduce((sum, step) => sum + dayCount(step), 0)).toBe(dayCount(span));
        expect(steps.length).toBeLessThanOrEqual(62);
        expect([steps.at(0)?.from, steps.at(-1)?.to]).toEqual([span.from, span.to]);
      }),
    );
  });

  it('are whole months and the days around them, each once', () => {
    fc.assert(
      fc.property(days, (span) => {
        const { months, edges } = splitMonths(span);
        const whole = months
          ? stepsOf({ from: months.first, to: shiftDay(months.last, 27), unit: 'month' }).length
          : 0;
        const inMonths = months
          ? Array.from({ length: whole }).reduce<{ at: string; days: number }>(
              ({ at: first, days: count }) => {
                const next = stepsOf({ from: first, to: shiftDay(first, 31), unit: 'month' })[0];
                const end = next?.to ?? first;
                return { at: shiftDay(end, 1), days: count + dayCount({ from: first, to: end }) };
              },
              { at: months.first, days: 0 },
            ).days
          : 0;
        expect(inMonths + edges.reduce((sum, edge) => sum + dayCount(edge), 0)).toBe(
          dayCount(span),
        );
        if (months) for (const edge of edges) expect(dayCount(edge)).toBeLessThanOrEqual(30);
      }),
    );
  });

  it('end and begin where the newsroom’s days do, over a change of the clocks too', () => {
    expect(spanOf({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Kyiv')).toEqual({
      from: new Date('2026-10-24T21:00:00Z'),
      until: new Date('2026-10-25T22:00:00Z'),
    });
  });
});
