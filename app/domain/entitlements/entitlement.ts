import { addDays } from '../../kernel/dates.ts';
import type { DonorGift } from '../donations/donor-gift.ts';
import type { MembershipAccess } from '../memberships/membership.ts';

/** The reasoned answer to "may this reader open the extras, and why (not)?" */
export type Entitlement =
  | {
      readonly isOpen: true;
      readonly because:
        | 'staff'
        | 'membership'
        | 'grace'
        | 'cancelled_not_ended'
        | 'gift'
        | 'donor_pass'
        | 'complimentary';
      /** When it closes by itself; null = not by itself. */
      readonly until: Date | null;
      /** What asks for a tier opens up to this rank; 0 = only what asks for any support. */
      readonly rank: number;
      readonly isPatron: boolean;
    }
  | {
      readonly isOpen: false;
      readonly because:
        | 'signed_out'
        | 'never_supported'
        | 'membership_ended'
        | 'payment_failed'
        | 'paused'
        | 'donor_pass_ended'
        | 'below_donor_pass'
        | 'revoked';
      readonly isPatron: boolean;
    };

export interface EntitlementRules {
  /** Days of access after a payment first fails. */
  readonly graceDays: number;
  readonly donorPassDays: number;
  /** The least donation that opens extras, in minor units, by currency. */
  readonly donorPassMinimumMinor: Readonly<Record<string, number>>;
}

/** The staff's: above every tier that there may be. */
export const everyRank = Number.MAX_SAFE_INTEGER;

/** Access between two instants that no payment of the reader's own keeps open: given by somebody, or by staff. */
export interface DatedAccess {
  readonly kind: 'gift' | 'complimentary';
  readonly opensExtras: boolean;
  /** The rank of its tier. */
  readonly rank: number;
  readonly startsAt: Date;
  /** From this instant on it is over; null = not by itself. */
  readonly endsAt: Date | null;
  readonly isRevoked: boolean;
}

export interface EntitlementFacts {
  readonly isStaff: boolean;
  readonly memberships: readonly MembershipAccess[];
  readonly gifts: readonly DonorGift[];
  readonly dated: readonly DatedAccess[];
}

/** What a reader without a session gets. */
export const signedOut: Entitlement = { isOpen: false, because: 'signed_out', isPatron: false };

/**
 * Decides once, from facts alone. The first thing that opens wins, strongest first; otherwise the
 * most useful reason why not. Its rank is the highest of all that are open: a gift of a higher tier
 * adds to a membership.
 */
export function decide(facts: EntitlementFacts, rules: EntitlementRules, now: Date): Entitlement {
  const answer = strongest(facts, rules, now);
  if (!answer.isOpen || facts.isStaff) return answer;
  const ranks = facts.dated.filter((access) => isOpenAt(access, now)).map(({ rank }) => rank);
  return { ...answer, rank: Math.max(answer.rank, ...ranks) };
}

function strongest(facts: EntitlementFacts, rules: EntitlementRules, now: Date): Entitlement {
  const live = facts.memberships.find((membership) => membership.endedAt === null);
  const isPatron = live !== undefined && live.status !== 'unpaid';
  if (facts.isStaff) {
    return { isOpen: true, because: 'staff', until: null, rank: everyRank, isPatron };
  }
  const byMembership = live ? membershipAnswer(live, rules, now, isPatron) : null;
  if (byMembership?.isOpen) return byMembership;
  const byDates = datedAnswer(facts.dated, now, isPatron);
  if (byDates) return byDates;
  const byGift = donorPassAnswer(facts.gifts, rules, now, isPatron);
  if (byGift?.isOpen) return byGift;
  if (byMembership) return byMembership;
  const ended = facts.memberships.find((membership) => membership.endedAt !== null);
  if (ended) {
    return { isOpen: false, because: ended.wasReturned ? 'revoked' : 'membership_ended', isPatron };
  }
  return byGift ?? { isOpen: false, because: 'never_supported', isPatron };
}

function membershipAnswer(
  membership: MembershipAccess,
  rules: EntitlementRules,
  now: Date,
  isPatron: boolean,
): Entitlement | null {
  if (!membership.opensExtras) return null;
  const { rank } = membership;
  // What this period's payment bought went back with it; the next payment opens again.
  if (membership.returnedUntil && now < membership.returnedUntil)
    return { isOpen: false, because: 'revoked', isPatron };
  switch (membership.status) {
    case 'active':
    case 'trialing':
      return membership.cancelAt
        ? {
            isOpen: true,
            because: 'cancelled_not_ended',
            until: membership.cancelAt,
            rank,
            isPatron,
          }
        : { isOpen: true, because: 'membership', until: null, rank, isPatron };
    case 'past_due':
    case 'unpaid': {
      const until = addDays(membership.pastDueSince ?? now, rules.graceDays);
      return now < until
        ? { isOpen: true, because: 'grace', until, rank, isPatron }
        : { isOpen: false, because: 'payment_failed', isPatron };
    }
    case 'paused': {
      // A pause keeps access until the paid period ends. Stripe's own period goes on meanwhile.
      const until = membership.paidUntil ?? membership.currentPeriodEnd;
      return until && now < until
        ? { isOpen: true, because: 'membership', until, rank, isPatron }
        : { isOpen: false, because: 'paused', isPatron };
    }
    case 'pending':
    case 'expired':
    case 'incomplete':
    case 'incomplete_expired':
    case 'canceled':
      return null;
  }
}

/** The one that is open the longest; null when none is. */
function datedAnswer(
  dated: readonly DatedAccess[],
  now: Date,
  isPatron: boolean,
): Entitlement | null {
  let longest: DatedAccess | null = null;
  for (const access of dated) {
    if (!isOpenAt(access, now)) continue;
    const isLonger =
      longest === null ||
      (longest.endsAt !== null && (access.endsAt === null || access.endsAt > longest.endsAt));
    if (isLonger) longest = access;
  }
  if (!longest) return null;
  const { kind, endsAt, rank } = longest;
  return { isOpen: true, because: kind, until: endsAt, rank, isPatron };
}

function isOpenAt(access: DatedAccess, now: Date): boolean {
  const isOver = access.endsAt !== null && access.endsAt <= now;
  return access.opensExtras && !access.isRevoked && !isOver && now >= access.startsAt;
}

function donorPassAnswer(
  gifts: readonly DonorGift[],
  rules: EntitlementRules,
  now: Date,
  isPatron: boolean,
): Entitlement | null {
  let latest: Date | null = null;
  let wasRevoked = false;
  for (const gift of gifts) {
    const minimum = rules.donorPassMinimumMinor[gift.amount.currency];
    if (minimum === undefined || gift.amount.amountMinor < minimum) continue;
    // What was paid back, in part or whole, no longer counts towards the least sum.
    if (gift.amount.amountMinor - gift.returned.amountMinor < minimum) {
      wasRevoked = true;
      continue;
    }
    const until = addDays(gift.paidAt, rules.donorPassDays);
    if (!latest || until > latest) latest = until;
  }
  if (latest && now < latest)
    return { isOpen: true, because: 'donor_pass', until: latest, rank: 0, isPatron };
  if (latest) return { isOpen: false, because: 'donor_pass_ended', isPatron };
  if (wasRevoked) return { isOpen: false, because: 'revoked', isPatron };
  return gifts.length > 0 ? { isOpen: false, because: 'below_donor_pass', isPatron } : null;
}
