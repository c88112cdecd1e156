import { addDays, dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import { type Span, parseMonth, shiftMonth } from './report-month.ts';

/** A day of the newsroom's calendar: "2026-11-23". */
export type Day = string;

/** Both days are in it. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

export const rangePresets = [
  'this_month',
  'last_month',
  'last_30',
  'last_90',
  'this_year',
  'last_year',
  'all',
] as const;
export type RangePreset = (typeof rangePresets)[number];

export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** Days that a report is about, and those that it compares them with. */
export interface ReportRange extends DaySpan {
  /** custom: two days that somebody chose. */
  readonly preset: RangePreset | 'custom';
  readonly compare: Comparison;
  /** Null: compared with nothing. */
  readonly before: DaySpan | null;
  /** Its last day is not over. */
  readonly isRunning: boolean;
  /** What a column of its chart stands for. */
  readonly unit: 'day' | 'week' | 'month';
  readonly timeZone: string;
}

export interface RangeToday {
  readonly today: Day;
  /** The first day of which there is anything; null: there is nothing. */
  readonly firstDay: Day | null;
  readonly timeZone: string;
}

/** The longest that each unit is drawn for: more columns can't be told apart. */
const mostDays = 62;
const mostWeeksInDays = 26 * 7;

/**
 * Reads `range`, or `from` and `to`, or `month`, and `compare`, from an address. What can't be read
 * is the current month compared with the one before it. No day lies in the future, and the days
 * come in order.
 */
export function parseRange(query: URLSearchParams, at: RangeToday): ReportRange {
  const compare = comparisons.find((one) => one === query.get('compare')) ?? 'previous';
  const preset = rangePresets.find((one) => one === query.get('range'));
  if (preset) return toRange(preset, presetDays(preset, at), compare, at);
  const from = parseDay(query.get('from') ?? '');
  const to = parseDay(query.get('to') ?? '');
  if (from || to)
    return toRange(
      'custom',
      inOrder(from ?? to ?? at.today, to ?? at.today, at.today),
      compare,
      at,
    );
  const month = parseMonth(query.get('month'));
  if (month && month < at.today.slice(0, 7)) {
    return toRange('custom', wholeMonth(month), compare, at);
  }
  return toRange('this_month', presetDays('this_month', at), compare, at);
}

/** Fields of the address that hold something which is no day. The report is shown without them. */
export function findUnreadableDays(query: URLSearchParams): { from?: string; to?: string } {
  const bad: { from?: string; to?: string } = {};
  for (const name of ['from', 'to'] as const) {
    const typed = (query.get(name) ?? '').trim();
    if (typed !== '' && !parseDay(typed)) bad[name] = typed.slice(0, 40);
  }
  return bad;
}

/** The part of an address that {@link parseRange} reads back: "range=last_30&compare=year". */
export function rangeQuery(range: Pick<ReportRange, 'preset' | 'from' | 'to' | 'compare'>): string {
  const query = new URLSearchParams(
    range.preset === 'custom' ? { from: range.from, to: range.to } : { range: range.preset },
  );
  if (range.compare !== 'previous') query.set('compare', range.compare);
  return query.toString();
}

/** The instants of some days, the last one included. */
export function spanOf({ from, to }: DaySpan, timeZone: string): Span {
  return { from: startOfDay(from, timeZone), until: startOfDay(dayAfter(to), timeZone) };
}

/** What day it is, for {@link parseRange}. */
export function todayIn(now: Date, timeZone: string, firstDay: Day | null): RangeToday {
  return { today: dayIn(now, timeZone), timeZone, firstDay };
}

/** The day that lies so many days later (or earlier, when negative). */
export function shiftDay(day: Day, by: number): Day {
  return addDays(new Date(`${day}T00:00:00Z`), by)
    .toISOString()
    .slice(0, 10);
}

/** One column of a range's chart. */
export interface RangeStep extends DaySpan {
  /** The first day of the whole day, week or month, which may lie before the range. */
  readonly start: Day;
}

/** The days, weeks (from Monday) or months of a range, the first and the last cut to it. */
export function stepsOf({
  from,
  to,
  unit,
}: Pick<ReportRange, 'from' | 'to' | 'unit'>): RangeStep[] {
  const steps: RangeStep[] = [];
  let start = startOfStep(from, unit);
  while (start <= to) {
    const next = nextStep(start, unit);
    const end = shiftDay(next, -1);
    steps.push({ start, from: start < from ? from : start, to: end > to ? to : end });
    start = next;
  }
  return steps;
}

function startOfStep(day: Day, unit: ReportRange['unit']): Day {
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'day') return day;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + 6) % 7));
}

function nextStep(start: Day, unit: ReportRange['unit']): Day {
  if (unit === 'month') return `${shiftMonth(start.slice(0, 7), 1)}-01`;
  return shiftDay(start, unit === 'week' ? 7 : 1);
}

/** How many days there are, the first and the last included. */
export function dayCount({ from, to }: DaySpan): number {
  return (
    Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1
  );
}

/** The days of a calendar month. */
export function wholeMonth(month: string): DaySpan {
  return { from: `${month}-01`, to: shiftDay(`${shiftMonth(month, 1)}-01`, -1) };
}

function presetDays(preset: RangePreset, { today, firstDay }: RangeToday): DaySpan {
  const month = today.slice(0, 7);
  const year = today.slice(0, 4);
  switch (preset) {
    case 'this_month':
      return { from: `${month}-01`, to: today };
    case 'last_month':
      return wholeMonth(shiftMonth(month, -1));
    case 'last_30':
      return { from: shiftDay(today, -29), to: today };
    case 'last_90':
      return { from: shiftDay(today, -89), to: today };
    case 'this_year':
      return { from: `${year}-01-01`, to: today };
    case 'last_year': {
      const before = String(Number(year) - 1);
      return { from: `${before}-01-01`, to: `${before}-12-31` };
    }
    case 'all':
      return { from: firstDay && firstDay < today ? firstDay : today, to: today };
  }
}

function inOrder(one: Day, other: Day, today: Day): DaySpan {
  const [from, to] = one <= other ? [one, other] : [other, one];
  return { from: from > today ? today : from, to: to > today ? today : to };
}

function toRange(
  preset: ReportRange['preset'],
  days: DaySpan,
  compare: Comparison,
  { today, timeZone }: RangeToday,
): ReportRange {
  const count = dayCount(days);
  return {
    ...days,
    preset,
    compare,
    // Before everything there was nothing.
    before: preset === 'all' ? null : daysBefore(days, compare, preset),
    isRunning: days.to === today,
    unit: count <= mostDays ? 'day' : count <= mostWeeksInDays ? 'week' : 'month',
    timeZone,
  };
}

/**
 * What days are compared with. Months with months and years with years, as far as they have come:
 * 1 to 23 November with 1 to 23 October; where the month before is too short, with the whole of
 * it. Other days with as many right before them. Or all with the same days a year earlier.
 */
function daysBefore(
  days: DaySpan,
  compare: Comparison,
  preset: ReportRange['preset'],
): DaySpan | null {
  if (compare === 'none') return null;
  // Longer than a year, the year before is a part of it.
  if (compare === 'year' && dayCount(days) <= 366)
    return { from: shiftMonths(days.from, -12), to: lastOf(days.to, -12) };
  const isYear =
    preset === 'this_year' || (days.from.endsWith('-01-01') && days.to.endsWith('-12-31'));
  if (isYear && isSameYear(days)) {
    return { from: shiftMonths(days.from, -12), to: lastOf(days.to, -12) };
  }
  if (days.from.endsWith('-01') && days.from.slice(0, 7) === days.to.slice(0, 7)) {
    return { from: shiftMonths(days.from, -1), to: lastOf(days.to, -1) };
  }
  return { from: shiftDay(days.from, -dayCount(days)), to: shiftDay(days.from, -1) };
}

const isSameYear = ({ from, to }: DaySpan) => from.slice(0, 4) === to.slice(0, 4);

/** The same day of another month, or its last when it is shorter. */
function shiftMonths(day: Day, by: number): Day {
  const month = shiftMonth(day.slice(0, 7), by);
  const same = `${month}-${day.slice(8)}`;
  const { to } = wholeMonth(month);
  return same < to ? same : to;
}

/** As {@link shiftMonths}; a month's last day becomes the other month's last. */
function lastOf(day: Day, by: number): Day {
  const isLast = wholeMonth(day.slice(0, 7)).to === day;
  return isLast ? wholeMonth(shiftMonth(day.slice(0, 7), by)).to : shiftMonths(day, by);
}
