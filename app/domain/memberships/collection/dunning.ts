import { addDays } from '../../../kernel/dates.ts';

/** Days after a payment first failed. The mail of the first day goes out with the failure itself. */
const reminderDay = 5;
/** Days before the extras close. */
const lastCallDaysBefore = 3;
/** How long after its day a mail is still news: one that was missed for longer is left out. */
const newsDays = 4;

export type DunningStep = 'payment-reminder' | 'payment-last-call' | 'membership-closed';

/** On which day each mail is due; with few days of grace some fall away. */
export function dunningDays(graceDays: number): { step: DunningStep; day: number }[] {
  const lastCallDay = graceDays - lastCallDaysBefore;
  return [
    ...(reminderDay < lastCallDay ? [{ step: 'payment-reminder' as const, day: reminderDay }] : []),
    ...(lastCallDay > 0 ? [{ step: 'payment-last-call' as const, day: lastCallDay }] : []),
    { step: 'membership-closed' as const, day: graceDays },
  ];
}

/** Which failing memberships a mail may be due for: those that began to fail after the first, until the second. */
export function dunningWindow(graceDays: number, now: Date): { after: Date; until: Date } {
  const days = dunningDays(graceDays).map(({ day }) => day);
  return {
    after: addDays(now, -(Math.max(...days) + newsDays)),
    until: addDays(now, -Math.min(...days)),
  };
}

/** The mail that is due: the last whose day has come, so that a late one is not followed by another at once. */
export function dunningStepDue(
  pastDueSince: Date,
  graceDays: number,
  now: Date,
): DunningStep | null {
  const last = dunningDays(graceDays).findLast(({ day }) => addDays(pastDueSince, day) <= now);
  if (!last) return null;
  return now < addDays(pastDueSince, last.day + newsDays) ? last.step : null;
}

/** When the extras close unless it is paid. The answer about access counts in the same way. */
export function closesAt(pastDueSince: Date, graceDays: number): Date {
  return addDays(pastDueSince, graceDays);
}

/**
 * The subject of what is said once for each time that payments fail, from the first failure until
 * it is paid or ends.
 */
export function spellSubject(membershipId: string, since: Date): string {
  return `${membershipId}@${since.toISOString()}`;
}

/** The subject of what is said once for each invoice. */
export function invoiceSubject(membershipId: string, invoiceId: string): string {
  return `${membershipId}@${invoiceId}`;
}
