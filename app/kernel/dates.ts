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
