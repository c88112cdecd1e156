import { splitMonths } from '../overview/split-months.ts';
import type { Day, DaySpan } from '../report-range.ts';

/** Days of one grain, by the first day of each, both ends included. */
export interface Stretch {
  readonly grain: 'day' | 'month' | 'year';
  readonly first: Day;
  readonly last: Day;
}

/** Cuts days into whole years, whole months and what is left, so that a long range reads few rows. */
export function stretchesOf(span: DaySpan): Stretch[] {
  const { months, edges } = splitMonths(span);
  const stretches: Stretch[] = edges.map(({ from, to }) => ({
    grain: 'day',
    first: from,
    last: to,
  }));
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
