/** For how long one may pause, in months. */
export const pauseMonths = [1, 2, 3, 6] as const;
export type PauseMonths = (typeof pauseMonths)[number];

export function isPauseMonths(value: number): value is PauseMonths {
  return (pauseMonths as readonly number[]).includes(value);
}

/** From when nothing is paid for, and when the first charge after the pause is made. */
export interface PauseDates {
  readonly beginsAt: Date;
  readonly nextChargeAt: Date;
}

/** A pause begins where what is paid for ends, so nobody loses what they have paid. */
export function pauseDates(paidUntil: Date, months: PauseMonths): PauseDates {
  return { beginsAt: paidUntil, nextChargeAt: addMonths(paidUntil, months) };
}

/** The same day and hour, months later; the last day of a month that is too short, as Stripe counts. */
export function addMonths(instant: Date, months: number): Date {
  const later = new Date(instant);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0));
  later.setUTCDate(Math.min(instant.getUTCDate(), lastDay.getUTCDate()));
  return later;
}

/** So many days before the first charge after a pause its patron is told. */
export const pauseEndingDays = 7;

export type PauseBarrier =
  'payment_failing' | 'ending' | 'already_paused' | 'change_scheduled' | 'postponed';

/** Why a membership can't be paused as it stands. */
export function pauseBarrierOf(membership: {
  readonly status: string;
  readonly cancelAt: Date | null;
  readonly hasNext: boolean;
}): PauseBarrier | null {
  if (membership.status === 'past_due' || membership.status === 'unpaid') return 'payment_failing';
  if (membership.cancelAt) return 'ending';
  if (membership.status === 'paused') return 'already_paused';
  if (membership.hasNext) return 'change_scheduled';
  return membership.status === 'active' ? null : 'postponed';
}
