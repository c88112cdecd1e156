export type Interval = 'day' | 'week' | 'month' | 'year';

export const HOUR = 3600;
export const DAY = 86_400;

/**
 * The end of the n-th period counted from the anchor. Months are counted from the anchor itself,
 * never from the last period, so that a membership begun on the 31st returns to the 31st after a
 * February (https://docs.stripe.com/billing/subscriptions/billing-cycle).
 */
export function periodBoundary(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  n: number,
): number {
  if (interval === 'day') return anchor + n * intervalCount * DAY;
  if (interval === 'week') return anchor + n * intervalCount * 7 * DAY;
  return addMonths(anchor, n * intervalCount * (interval === 'year' ? 12 : 1));
}

/** The first boundary after a moment. */
export function nextBoundary(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  after: number,
): number {
  const length =
    { day: DAY, week: 7 * DAY, month: 28 * DAY, year: 365 * DAY }[interval] * intervalCount;
  // Start below the answer (no period is shorter than `length`, save that a leap year is longer).
  const distance = after - anchor;
  let n = Math.floor(distance / (distance < 0 ? length : length * 1.12)) - 1;
  while (periodBoundary(anchor, interval, intervalCount, n) <= after) n += 1;
  return periodBoundary(anchor, interval, intervalCount, n);
}

/** The same day and time some months on, or the last day of a month that is too short. */
export function addMonths(seconds: number, months: number): number {
  const from = new Date(seconds * 1000);
  const target = new Date(from);
  target.setUTCDate(1);
  target.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(
    Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
  ).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return Math.floor(target.getTime() / 1000);
}

/** Midnight UTC after so many days, as Stripe rounds the day on which funds become available. */
export function midnightAfter(seconds: number, days: number): number {
  return Math.floor(seconds / DAY) * DAY + (days + 1) * DAY;
}

/** The last boundary at or before a moment: where the natural period that holds it begins. */
export function lastBoundary(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  at: number,
): number {
  const length =
    { day: DAY, week: 7 * DAY, month: 28 * DAY, year: 365 * DAY }[interval] * intervalCount;
  let n = Math.floor((at - anchor) / length) + 1;
  while (periodBoundary(anchor, interval, intervalCount, n) > at) n -= 1;
  return periodBoundary(anchor, interval, intervalCount, n);
}
