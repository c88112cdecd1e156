/**
 * How many days before a charge its patron is reminded. Monthly ones are not: every receipt says
 * when the next is. Card networks want at least seven days before a trial turns into a charge:
 * https://docs.stripe.com/billing/subscriptions/trials/manage-trial-compliance
 */
export const renewalReminderDays = { year: 14, trial: 7 } as const;

/** One reminder for each charge. */
export function renewalSubject(membershipId: string, chargeAt: Date): string {
  return `${membershipId}@${chargeAt.toISOString()}`;
}

/** The charge that a reminder's subject is about; null when it names none. */
export function chargeOfSubject(subjectId: string): Date | null {
  const instant = new Date(subjectId.split('@')[1] ?? '');
  return Number.isNaN(instant.getTime()) ? null : instant;
}
