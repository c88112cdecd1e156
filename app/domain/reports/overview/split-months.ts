import { type Day, type DaySpan, shiftDay, wholeMonth } from '../report-range.ts';
import { shiftMonth } from '../report-month.ts';

/** A stretch of days as its whole months, and the days before and after them. */
export interface SplitSpan {
  /** First days of the first and the last whole month; null: there is none. */
  readonly months: { readonly first: Day; readonly last: Day } | null;
  /** What is left: at most the rest of a month at either end, or all of it. */
  readonly edges: readonly DaySpan[];
}

/**
 * Cuts a stretch so that a long one is read by its months: what is kept by the month costs the same
 * for a year as what is kept by the day does for two weeks.
 */
export function splitMonths({ from, to }: DaySpan): SplitSpan {
  const first = from.endsWith('-01') ? from : `${shiftMonth(from.slice(0, 7), 1)}-01`;
  const lastMonth = to.slice(0, 7);
  const last =
    wholeMonth(lastMonth).to === to ? `${lastMonth}-01` : `${shiftMonth(lastMonth, -1)}-01`;
  if (last < first) return { months: null, edges: [{ from, to }] };
  const edges: DaySpan[] = [];
  if (from < first) edges.push({ from, to: shiftDay(first, -1) });
  const end = wholeMonth(last.slice(0, 7)).to;
  if (end < to) edges.push({ from: shiftDay(end, 1), to });
  return { months: { first, last }, edges };
}
