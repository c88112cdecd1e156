import { splitMonths } from '../overview/split-months.ts';
import { type Day, type DaySpan, shiftDay, wholeMonth } from '../report-range.ts';

/** Days of one grain, by the first day of each, both ends included. */
export interface Stretch {
  readonly grain: 'day' | 'third' | 'month' | 'year';
  readonly first: Day;
  readonly last: Day;
}

/**
 * Cuts days into whole years, whole months and what is left, so that a long range reads few rows.
 * @param hasThirds what is left is cut into thirds of months too (1st to 10th, 11th to 20th, 21st
 * to the last), where they are kept
 */
export function stretchesOf(span: DaySpan, hasThirds: boolean): Stretch[] {
  const { months, edges } = splitMonths(span);
  const stretches = edges.flatMap((edge) => (hasThirds ? cutEdge(edge) : [daysOf(edge)]));
  if (!months) return stretches;
  const { first, last } = months;
  const firstYear = Number(first.slice(0, 4)) + (first.endsWith('-01-01') ? 0 : 1);
  const lastYear = Number(last.slice(0, 4)) - (last.endsWith('-12-01') ? 0 : 1);
  if (lastYear < firstYear) return [...stretches, { grain: 'month', first, last }];
  stretches.push({ grain: 'year', first: `${firstYear}-01-01`, last: `${lastYear}-01-01` });
  if (first < `${firstYear}-01-01`) {
    stretches.push({ grain: 'month', first, last: `${firstYear - 1}-12-01` });
  }
  if (last > `${lastYear}-12-01`) {
    stretches.push({ grain: 'month', first: `${lastYear + 1}-01-01`, last });
  }
  return stretches;
}

function daysOf({ from, to }: DaySpan): Stretch {
  return { grain: 'day', first: from, last: to };
}

/** The whole thirds of some days, which follow each other, and the days before and after them. */
function cutEdge({ from, to }: DaySpan): Stretch[] {
  let first = thirdOf(from);
  if (first < from) first = shiftDay(endOfThird(first), 1);
  let last = thirdOf(to);
  if (endOfThird(last) > to) last = thirdOf(shiftDay(last, -1));
  if (last < first) return [daysOf({ from, to })];
  const end = endOfThird(last);
  return [
    ...(from < first ? [daysOf({ from, to: shiftDay(first, -1) })] : []),
    { grain: 'third', first, last },
    ...(end < to ? [daysOf({ from: shiftDay(end, 1), to })] : []),
  ];
}

/** The first day of the third of a month in which a day is. */
export function thirdOf(day: Day): Day {
  const number = Number(day.slice(8));
  return `${day.slice(0, 8)}${number <= 10 ? '01' : number <= 20 ? '11' : '21'}`;
}

/** @param first of a third */
export function endOfThird(first: Day): Day {
  return first.endsWith('-21') ? wholeMonth(first.slice(0, 7)).to : shiftDay(first, 9);
}
