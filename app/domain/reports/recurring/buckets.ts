import { shiftMonth } from '../report-month.ts';
import { type Day, type DaySpan, shiftDay, wholeMonth } from '../report-range.ts';

export type BucketUnit = 'day' | 'week' | 'month';

/** The first day of the day, week (from Monday) or month that a day lies in, as Postgres' `date_trunc` has it. */
export function startOfBucket(day: Day, unit: BucketUnit): Day {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + 6) % 7));
}

/** The starts of everything that a stretch touches, in order; the first and last may stick out of it. */
export function bucketStarts({ from, to }: DaySpan, unit: BucketUnit): Day[] {
  const starts: Day[] = [];
  for (let at = startOfBucket(from, unit); at <= to; at = nextStart(at, unit)) starts.push(at);
  return starts;
}

/** The days of a bucket that lie within a stretch. */
export function bucketSpan(start: Day, unit: BucketUnit, within: DaySpan): DaySpan {
  const last = shiftDay(nextStart(start, unit), -1);
  return {
    from: start < within.from ? within.from : start,
    to: last > within.to ? within.to : last,
  };
}

/** The calendar month that a stretch is, as far as it has come; null when it is something else. */
export function monthOfSpan({ from, to }: DaySpan, isRunning: boolean): string | null {
  const month = from.slice(0, 7);
  if (!from.endsWith('-01') || to.slice(0, 7) !== month) return null;
  return isRunning || to === wholeMonth(month).to ? month : null;
}

function nextStart(start: Day, unit: BucketUnit): Day {
  if (unit === 'day') return shiftDay(start, 1);
  if (unit === 'week') return shiftDay(start, 7);
  return `${shiftMonth(start.slice(0, 7), 1)}-01`;
}
