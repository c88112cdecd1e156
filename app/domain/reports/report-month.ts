/** A calendar month of the newsroom: "2026-11". */
export type MonthKey = string;

export interface Span {
  /** Included. */
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
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
