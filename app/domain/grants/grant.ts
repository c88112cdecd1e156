/** Access that staff give for nothing, as the desk lists it. */
export interface ListedGrant {
  readonly id: string;
  readonly supporter: { readonly id: string; readonly email: string; readonly name: string | null };
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly startsAt: Date;
  /** From this instant on it is over; null = until somebody takes it back. */
  readonly endsAt: Date | null;
  readonly reason: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
  readonly standing: GrantStanding;
}

export type GrantStanding = 'waiting' | 'open' | 'over' | 'revoked';

export function grantStanding(
  grant: { startsAt: Date; endsAt: Date | null; revokedAt: Date | null },
  now: Date,
): GrantStanding {
  if (grant.revokedAt) return 'revoked';
  if (grant.endsAt && grant.endsAt <= now) return 'over';
  return now < grant.startsAt ? 'waiting' : 'open';
}

export const grantReasonLimit = 300;
/** A mail says so many days before that a grant ends. */
export const grantReminderDays = 14;
