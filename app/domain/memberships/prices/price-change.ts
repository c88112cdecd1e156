import type { GivingCurrency } from '../../../kernel/currencies.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { type Money, money, subtractMoney } from '../../../kernel/money.ts';
import type { SubscriptionFacts } from '../../ports/payments.ts';
import { barrierOf } from '../changes/membership-change.ts';
import { isLive } from '../membership.ts';

/** The least that a tier costs in one currency and interval. */
export interface TierMinimum {
  readonly currency: GivingCurrency;
  readonly interval: Interval;
  readonly minimumMinor: number;
}

export interface RaisedMinimum {
  readonly currency: GivingCurrency;
  readonly interval: Interval;
  readonly fromMinor: number;
  readonly toMinor: number;
}

/** How long in advance patrons are told, in days. */
export const noticeBounds = { least: 7, most: 365, usual: 30 } as const;

/** Which minimums rise. Only then is there somebody who pays less than is asked now. */
export function raisedMinimums(
  before: readonly TierMinimum[],
  after: readonly TierMinimum[],
): RaisedMinimum[] {
  return after.flatMap(({ currency, interval, minimumMinor }) => {
    const held = before.find((one) => one.currency === currency && one.interval === interval);
    const fromMinor = held?.minimumMinor ?? 0;
    return minimumMinor > fromMinor
      ? [{ currency, interval, fromMinor, toMinor: minimumMinor }]
      : [];
  });
}

/** What is to be done about one membership when its notice is over. */
export type Move =
  | { readonly kind: 'move'; readonly total: Money; readonly feeCoverMinor: number }
  /** It waits at Stripe already: an earlier try went through, and was not heard of. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'leave'; readonly because: LeaveReason }
  | { readonly kind: 'later'; readonly because: 'payment_failing' | 'paused' };
export type LeaveReason = 'ended' | 'ending' | 'changed';

/**
 * Whoever has changed, or asked to change or to leave, has decided for themselves and is left alone.
 * What covers the fee stays as it was agreed.
 */
export function moveOf(
  agreed: {
    readonly tierId: string;
    readonly interval: Interval;
    readonly fromMinor: number;
    readonly toMinor: number;
    /** As our row has it: Stripe was not told of the first terms. */
    readonly feeCoverMinor: number;
  },
  facts: Pick<
    SubscriptionFacts,
    'status' | 'cancelAt' | 'amount' | 'interval' | 'tierId' | 'feeCoverMinor' | 'next'
  >,
): Move {
  if (!isLive(facts.status)) return { kind: 'leave', because: 'ended' };
  const barrier = barrierOf(facts);
  if (barrier === 'ending') return { kind: 'leave', because: 'ending' };
  const feeCoverMinor = facts.feeCoverMinor ?? agreed.feeCoverMinor;
  const total = money(agreed.toMinor + feeCoverMinor, facts.amount.currency);
  const isSameTier = facts.tierId === null || facts.tierId === agreed.tierId;
  const present = subtractMoney(facts.amount, money(feeCoverMinor, facts.amount.currency));
  if (
    isSameTier &&
    facts.interval === agreed.interval &&
    (facts.next
      ? facts.next.amount.amountMinor === total.amountMinor
      : present.amountMinor === agreed.toMinor)
  )
    return { kind: 'moved' };
  if (
    !isSameTier ||
    facts.interval !== agreed.interval ||
    facts.next !== null ||
    present.amountMinor !== agreed.fromMinor
  )
    return { kind: 'leave', because: 'changed' };
  if (barrier) return { kind: 'later', because: barrier };
  return { kind: 'move', total, feeCoverMinor };
}
