import { type Day, type DaySpan, shiftDay, wholeMonth } from './report-range.ts';
import { shiftMonth } from './report-month.ts';

/** Articles are kept by these; everything else, of which there are few keys, by day, month and year. */
const articleGrains = ['year', 'quarter', 'month', 'third', 'sixth', 'day'] as const;
export type Grain = (typeof articleGrains)[number];
const otherGrains: readonly Grain[] = ['year', 'month', 'day'];

/** Days of one grain, by the first day of each, both ends included. */
export interface Stretch {
  readonly grain: Grain;
  readonly first: Day;
  readonly last: Day;
  /** -1: it is taken off again. */
  readonly sign: 1 | -1;
}

/**
 * Rows that the sums of one year, month … of many keys have, compared with those of one day: nearly as
 * many, since on a day nearly as many articles bring something as in a month.
 */
const weight: Record<Grain, number> = {
  ...{ day: 1, sixth: 1.4, third: 1.6, month: 2, quarter: 2.2, year: 2.5 },
};

/**
 * Cuts days into few stretches that add up to them. What begins or ends within a year (a month …) is
 * either read in parts, or as the whole of it less the rest, whichever has fewer rows.
 * @param isByArticle is it kept by the finer grains of articles?
 */
export function stretchesOf(span: DaySpan, isByArticle: boolean): Stretch[] {
  return cut(span, isByArticle ? articleGrains : otherGrains);
}

/** @param grains those that the days may be cut into, the longest first */
function cut(span: DaySpan, [grain = 'day', ...finer]: readonly Grain[]): Stretch[] {
  if (span.to < span.from) return [];
  if (grain === 'day') return [{ grain, first: span.from, last: span.to, sign: 1 }];
  const head = unitOf(span.from, grain);
  const tail = unitOf(span.to, grain);
  if (head.from === tail.from) return partOf(head, span, [grain, ...finer]);
  const first = head.from === span.from ? head.from : shiftDay(head.to, 1);
  const end = tail.to === span.to ? tail.to : shiftDay(tail.from, -1);
  return [
    ...partOf(head, { from: span.from, to: shiftDay(first, -1) }, [grain, ...finer]),
    ...(end < first ? [] : [{ grain, first, last: unitOf(end, grain).from, sign: 1 as const }]),
    ...partOf(tail, { from: shiftDay(end, 1), to: span.to }, [grain, ...finer]),
  ];
}

/** Days that lie in one unit of the first of some grains. */
function partOf(unit: DaySpan, days: DaySpan, [grain = 'day', ...finer]: readonly Grain[]) {
  if (days.to < days.from) return [];
  const whole: Stretch = { grain, first: unit.from, last: unit.from, sign: 1 };
  const rest = [
    ...cut({ from: unit.from, to: shiftDay(days.from, -1) }, finer),
    ...cut({ from: shiftDay(days.to, 1), to: unit.to }, finer),
  ].map((stretch): Stretch => ({ ...stretch, sign: stretch.sign === 1 ? -1 : 1 }));
  const parts = cut(days, finer);
  return costOf([whole, ...rest]) < costOf(parts) ? [whole, ...rest] : parts;
}

const costOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, stretch) => sum + unitsOf(stretch).length * weight[stretch.grain], 0);

/** The days of each year, month … that a stretch stands for. */
export function unitsOf({ grain, first, last }: Stretch): DaySpan[] {
  const units: DaySpan[] = [];
  for (let from = first; from <= last; from = shiftDay(units.at(-1)?.to ?? last, 1)) {
    units.push(unitOf(from, grain));
  }
  return units;
}

/** The year, the month … in which a day is. Thirds begin on the 1st, the 11th and the 21st, and sixths every five days; the last ends with the month. */
function unitOf(day: Day, grain: Grain): DaySpan {
  const year = day.slice(0, 4);
  const month = day.slice(0, 7);
  switch (grain) {
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'quarter': {
      const first = shiftMonth(month, -((Number(month.slice(5)) - 1) % 3));
      return { from: `${first}-01`, to: wholeMonth(shiftMonth(first, 2)).to };
    }
    case 'month':
      return wholeMonth(month);
    case 'third':
      return partOfMonth(day, 10);
    case 'sixth':
      return partOfMonth(day, 5);
    case 'day':
      return { from: day, to: day };
  }
}

function partOfMonth(day: Day, length: number): DaySpan {
  const { from, to } = wholeMonth(day.slice(0, 7));
  const part = Math.min(Math.floor((Number(day.slice(8)) - 1) / length), 30 / length - 1);
  const isLast = part === 30 / length - 1;
  return {
    from: shiftDay(from, part * length),
    to: isLast ? to : shiftDay(from, (part + 1) * length - 1),
  };
}
