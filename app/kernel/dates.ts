export const secondsMs = 1_000;
export const minutesMs = 60 * secondsMs;
export const hoursMs = 60 * minutesMs;
export const daysMs = 24 * hoursMs;

export function addMs(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

export function addDays(instant: Date, days: number): Date {
  return addMs(instant, days * daysMs);
}

/** Stripe speaks in Unix seconds. */
export function fromUnix(seconds: number): Date {
  return new Date(seconds * 1_000);
}

export function toUnix(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

/** A day as a form's date field writes it ("2026-11-23") that is one; null otherwise. */
export function parseDay(typed: string): string | null {
  const day = typed.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** The day that a calendar on a wall in that zone (an IANA name) shows: "2026-11-23". */
export function dayIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** The day of the calendar that follows: "2026-12-01" after "2026-11-30". */
export function dayAfter(day: string): string {
  return addDays(new Date(`${day}T00:00:00Z`), 1)
    .toISOString()
    .slice(0, day.length);
}

/** The first instant of a day ("2026-11-23") in a zone; where its midnight is skipped, the first that there is. */
export function startOfDay(day: string, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const wallAt = (ms: number) => Date.parse(`${format.format(ms).replace(' ', 'T')}Z`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - (wallAt(noon) - noon);
  const exact = midnight - (wallAt(guess) - guess);
  // Clocks that jump over midnight have no such instant: what is next is the later of the two.
  return new Date(dayIn(new Date(exact), timeZone) === day ? exact : Math.max(guess, exact));
}

/**
 * The instant that a clock on a wall in that zone shows as this day ("2026-11-23") and time
 * ("07:30"). Of an hour that comes twice the first; of one that is skipped, as much later as is left out.
 */
export function instantAt(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const wallAt = (ms: number) => Date.parse(`${format.format(ms).replace(' ', 'T')}Z`);
  const offsets = [-daysMs, daysMs].map((away) => wallAt(wanted + away) - (wanted + away));
  const fitting = offsets
    .map((offset) => wanted - offset)
    .filter((instant) => wallAt(instant) === wanted);
  // In a gap the offset from before it still counts.
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0));
}

/** The time of day ("07:30") that a clock on a wall in that zone shows. */
export function timeIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(instant);
}

/** The same day of the calendar some months later, or the last of a shorter month (UTC), as Stripe's cycles go. */
export function addMonths(instant: Date, months: number): Date {
  const wanted = new Date(instant);
  wanted.setUTCDate(1);
  wanted.setUTCMonth(wanted.getUTCMonth() + months);
  const last = new Date(
    Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0),
  ).getUTCDate();
  wanted.setUTCDate(Math.min(instant.getUTCDate(), last));
  return wanted;
}
