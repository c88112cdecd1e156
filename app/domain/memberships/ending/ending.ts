import type { Ending, Owed } from '../../ports/payments-endings.ts';
import type { MembershipStatus } from '../membership.ts';

/** What decides when a membership that is cancelled ends. */
export interface EndingFacts {
  readonly status: MembershipStatus;
  readonly currentPeriodEnd: Date | null;
  /** The end of the latest period that was paid for. */
  readonly paidUntil: Date | null;
  /** The end of a period whose payment went back whole; null when none did. */
  readonly returnedUntil: Date | null;
  readonly owed: Owed;
}

/**
 * When a membership ends that is cancelled now: with what is paid for, or what is free on trial.
 * One that owes its running period ends at once, so that nothing is charged after the word "end";
 * one that is paused ends with the paid time, not with the pause.
 */
export function endingOf(facts: EndingFacts, now: Date): Ending {
  const { status, currentPeriodEnd, paidUntil, returnedUntil, owed } = facts;
  // A bank debit that is on its way pays the period after all.
  if (owed === 'under_way') return { kind: 'period_end' };
  if (owed === 'open' || status === 'past_due' || status === 'unpaid') return { kind: 'now' };
  // What paid for the running period went back: nothing is left to end with.
  if (returnedUntil && returnedUntil > now) return { kind: 'now' };
  if (status !== 'paused') return { kind: 'period_end' };
  if (!paidUntil || paidUntil <= now) return { kind: 'now' };
  return currentPeriodEnd && paidUntil < currentPeriodEnd
    ? { kind: 'on', at: paidUntil }
    : { kind: 'period_end' };
}

/** The day that {@link endingOf} means. */
export function endingDay(ending: Ending, facts: EndingFacts, now: Date): Date {
  switch (ending.kind) {
    case 'now':
      return now;
    case 'on':
      return ending.at;
    case 'period_end':
      return facts.currentPeriodEnd ?? now;
  }
}

/** Where a membership stands for somebody who wants to end it, or to take that back. */
export type EndingState = 'going_on' | 'ending' | 'ended';

/** What the pages about leaving show. Nothing of it names the person. */
export interface EndingView {
  readonly membershipId: string;
  readonly supporterId: string | null;
  readonly state: EndingState;
  /** The day it ends, ended, or would end when it is cancelled now. */
  readonly endsAt: Date;
  /** Would it end now, because its running period is not paid, or a pause has outlasted what was? */
  readonly endsNow: boolean;
  readonly because: 'period' | 'trial' | 'paused' | 'failing';
  /** A change that waits for the end of the period, and falls with the membership. */
  readonly hasChangeWaiting: boolean;
}

/** How long after its end a membership's end is still news. */
export const endingNewsDays = 14;

/** Why Stripe ended it when its patron, or somebody for them, asked for that. */
export const askedFor = 'cancellation_requested';
