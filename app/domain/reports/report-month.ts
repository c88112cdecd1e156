/** A calendar month of the newsroom: "2026-11". */
export type MonthKey = string;

export interface Span {
  /** Included. */
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
}

/** A month, and the stretch of the month before that it may fairly be compared with. */
export interface ReportPeriod extends Span {
  readonly month: MonthKey;
  /** The month is not over: `until` is now, and `before` ends at the same day and time of its month. */
  readonly isRunning: boolean;
  readonly before: Span & { readonly month: MonthKey };
}

interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Reads a month as it stands in an address; null when it is none. */
export function parseMonth(value: string | null | undefined): MonthKey | null {
  return value && /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : null;
}

/** The month that lies `by` months later (or earlier, when negative). */
export function shiftMonth(key: MonthKey, by: number): MonthKey {
  const index = yearOf(key) * 12 + (monthNumber(key) - 1) + by;
  return monthKey(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** `count` months up to and including `last`, the oldest first. */
export function monthsUpTo(last: MonthKey, count: number): MonthKey[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(last, index - count + 1));
}

/** The month that a clock on the newsroom's wall shows. */
export function monthOf(instant: Date, timeZone: string): MonthKey {
  const { year, month } = wallClockAt(instant, timeZone);
  return monthKey(year, month);
}

/** The first instant of a month in a time zone (an IANA name). */
export function startOfMonth(key: MonthKey, timeZone: string): Date {
  return instantOf(
    { year: yearOf(key), month: monthNumber(key), day: 1, hour: 0, minute: 0, second: 0 },
    timeZone,
  );
}

export function spanOfMonth(key: MonthKey, timeZone: string): Span {
  return { from: startOfMonth(key, timeZone), until: startOfMonth(shiftMonth(key, 1), timeZone) };
}

/**
 * The span of a month and of what it is compared with. A month that still runs is compared with
 * the same days of the month before, up to the same time of day; where that month is too short
 * (31 March), with the whole of it. A month that has not begun is taken as the current one.
 */
export function reportPeriod(asked: MonthKey | null, now: Date, timeZone: string): ReportPeriod {
  const current = monthOf(now, timeZone);
  const month = asked && asked < current ? asked : current;
  const whole = spanOfMonth(month, timeZone);
  const monthBefore = shiftMonth(month, -1);
  const isRunning = month === current;
  return {
    month,
    from: whole.from,
    until: isRunning ? now : whole.until,
    isRunning,
    before: {
      month: monthBefore,
      from: startOfMonth(monthBefore, timeZone),
      until: isRunning ? sameMomentIn(monthBefore, now, timeZone) : whole.from,
    },
  };
}

function sameMomentIn(month: MonthKey, now: Date, timeZone: string): Date {
  const end = startOfMonth(shiftMonth(month, 1), timeZone);
  const clock = wallClockAt(now, timeZone);
  const daysInMonth = new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).getUTCDate();
  if (clock.day > daysInMonth) return end;
  const moment = instantOf({ ...clock, year: yearOf(month), month: monthNumber(month) }, timeZone);
  return moment < end ? moment : end;
}

function monthKey(year: number, month: number): MonthKey {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function yearOf(key: MonthKey): number {
  return Number(key.slice(0, 4));
}

function monthNumber(key: MonthKey): number {
  return Number(key.slice(5, 7));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClockAt(instant: Date, timeZone: string): WallClock {
  let format = clocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

function asIfUtc(clock: WallClock): number {
  return Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
}

/**
 * The instant at which a wall clock shows this. An hour that a clock change skips gives the later
 * candidate (the first instant after the gap's start), one that it repeats gives the earlier.
 */
function instantOf(clock: WallClock, timeZone: string): Date {
  const wall = asIfUtc(clock);
  const offsetAt = (ms: number) => asIfUtc(wallClockAt(new Date(ms), timeZone)) - ms;
  const dayMs = 86_400_000;
  const candidates = [wall - offsetAt(wall - dayMs), wall - offsetAt(wall + dayMs)];
  const exact = candidates.filter((ms) => asIfUtc(wallClockAt(new Date(ms), timeZone)) === wall);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}
