import type { MembershipView } from '../../domain/memberships/membership.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { MessageKey } from '../../messages/translate.ts';

/** Where a membership stands, as the person who pays for it would say it. */
export type Standing = 'active' | 'ending' | 'past_due' | 'unpaid' | 'paused' | 'ended' | 'waiting';

/** What the account pages show of a membership; instants as ISO 8601. */
export interface MembershipSummary {
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly perks: readonly MessageKey[];
  readonly amount: Money;
  /** The part of the amount that covers the fee; null when none does. */
  readonly feeCover: Money | null;
  readonly interval: Interval;
  readonly standing: Standing;
  readonly startedAt: string | null;
  /** The day it ends or ended. */
  readonly endsAt: string | null;
  /** The end of what is paid for. */
  readonly paidUntil: string | null;
  /** While it is paused: nothing is charged before then. */
  readonly pausedUntil: string | null;
  /** A change that waits for the end of the paid period. */
  readonly next: {
    readonly tierName: { readonly en: string; readonly uk: string };
    readonly amount: Money;
    readonly interval: Interval;
    readonly at: string;
  } | null;
  readonly nextCharge: { readonly at: string; readonly amount: Money } | null;
}

export function summariseMembership(membership: MembershipView): MembershipSummary {
  const endsAt = membership.endedAt ?? membership.cancelAt;
  return {
    tierName: membership.tierName,
    perks: membership.perks.map((perk) => `account.membership.perk.${perk}` as const),
    amount: membership.amount,
    feeCover: membership.feeCover.amountMinor > 0 ? membership.feeCover : null,
    interval: membership.interval,
    standing: standingOf(membership),
    startedAt: membership.startedAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    paidUntil: membership.paidUntil?.toISOString() ?? null,
    pausedUntil: membership.pausedUntil?.toISOString() ?? null,
    next: membership.next && { ...membership.next, at: membership.next.at.toISOString() },
    nextCharge: membership.nextCharge && {
      at: membership.nextCharge.at.toISOString(),
      amount: membership.nextCharge.amount,
    },
  };
}

/** A payment that fails matters more than an end that is planned, because it may come first. */
export function standingOf(
  membership: Pick<MembershipView, 'status' | 'cancelAt' | 'endedAt'>,
): Standing {
  if (membership.endedAt) return 'ended';
  switch (membership.status) {
    case 'past_due':
    case 'unpaid':
      return membership.status;
    case 'paused':
      return membership.cancelAt ? 'ending' : 'paused';
    case 'active':
    case 'trialing':
      return membership.cancelAt ? 'ending' : 'active';
    case 'pending':
    case 'incomplete':
      return 'waiting';
    case 'canceled':
    case 'expired':
    case 'incomplete_expired':
      return 'ended';
  }
}
