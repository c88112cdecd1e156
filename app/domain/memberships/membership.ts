import { type Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { SubscriptionStatus } from '../ports/payments.ts';
import type { Perk } from './tier.ts';

/** pending and expired are ours: Checkout is open, Checkout has expired. */
export type MembershipStatus = SubscriptionStatus | 'pending' | 'expired';

/** Statuses in which a supporter is a patron and can't start a second membership. */
export const liveStatuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
] as const satisfies MembershipStatus[];

/** Statuses whose money counts as recurring revenue: trialing, incomplete and paused count nothing. */
export const revenueStatuses = ['active', 'past_due'] as const satisfies MembershipStatus[];

export function isLive(status: MembershipStatus): boolean {
  return (liveStatuses as readonly string[]).includes(status);
}

export function earnsRevenue(status: MembershipStatus): boolean {
  return (revenueStatuses as readonly string[]).includes(status);
}

/** A year's amount as a month's, to the nearest minor unit (half up). */
export function monthlyMinor(amountMinor: number, interval: Interval): number {
  return interval === 'month' ? amountMinor : Math.floor((amountMinor + 6) / 12);
}

/** A membership as its patron sees it. */
export interface MembershipView {
  readonly id: string;
  readonly tierSlug: string;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly perks: readonly Perk[];
  readonly interval: Interval;
  /** What is charged each interval, fee cover included. */
  readonly amount: Money;
  readonly feeCover: Money;
  readonly status: MembershipStatus;
  readonly startedAt: Date | null;
  readonly currentPeriodEnd: Date | null;
  /** The end of what was paid for and not given back. */
  readonly paidUntil: Date | null;
  /** While it is paused: nothing is charged before then. */
  readonly pausedUntil: Date | null;
  /** The day a scheduled cancellation takes effect. */
  readonly cancelAt: Date | null;
  readonly endedAt: Date | null;
  /** A change that waits for the end of the paid period. */
  readonly next: {
    readonly tierName: { readonly en: string; readonly uk: string };
    readonly amount: Money;
    readonly interval: Interval;
    readonly at: Date;
  } | null;
  readonly nextCharge: { readonly at: Date; readonly amount: Money } | null;
}

/** What a membership says about access: entitlements decide from these. */
export interface MembershipAccess {
  readonly status: MembershipStatus;
  readonly opensExtras: boolean;
  /** The rank of its tier. */
  readonly rank: number;
  readonly currentPeriodEnd: Date | null;
  readonly cancelAt: Date | null;
  readonly pastDueSince: Date | null;
  /** The end of the latest period that was paid for and not given back; null when not known. */
  readonly paidUntil: Date | null;
  /** The end of a later period whose payment went back whole. */
  readonly returnedUntil: Date | null;
  readonly endedAt: Date | null;
  readonly wasReturned: boolean;
}
