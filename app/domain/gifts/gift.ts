import type { GivingCurrency } from '../../kernel/currencies.ts';
import { addMonths } from '../../kernel/dates.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { TierView } from '../memberships/tier.ts';

/** For how long a gift is paid ahead. */
export const giftMonths = [3, 6, 12] as const;
export type GiftMonths = (typeof giftMonths)[number];

export const giftDeliveries = ['mail', 'card'] as const;
export type GiftDelivery = (typeof giftDeliveries)[number];

/** From the day it is paid. */
export const claimableDays = 365;
/** The recipient hears that it ends, and the giver that nobody has claimed it, so long before. */
export const endReminderDays = 14;
export const unclaimedReminderDays = 30;

export const giftNameLimit = 80;
export const giftMessageLimit = 500;
/** A giver may choose a day up to so far ahead. */
export const deliverAheadDays = 365;

/** A year costs no less than so many months: else it could be cheaper than half of one. */
const monthsInYear = 10;

/** What a gift costs: the months at the tier's monthly minimum, or its year at the yearly one. */
export function giftPrice(
  tier: Pick<TierView, 'minimums'>,
  months: GiftMonths,
  currency: GivingCurrency,
): Money {
  const { month, year } = tier.minimums[currency];
  if (months !== 12) return money(month.amountMinor * months, currency);
  return money(Math.max(year.amountMinor, month.amountMinor * monthsInYear), currency);
}

/** What a gift opens once it is claimed. */
export function giftDates(claimedAt: Date, months: GiftMonths): { startsAt: Date; endsAt: Date } {
  return { startsAt: claimedAt, endsAt: addMonths(claimedAt, months) };
}

/** Where a gift stands, as its giver and its recipient see it. */
export type GiftStanding =
  /** Not paid (yet). */
  | 'unpaid'
  /** Paid; the chosen day has not come. */
  | 'waiting'
  /** With the recipient, or on the giver's card; nobody has claimed it. */
  | 'delivered'
  | 'claimed'
  | 'over'
  /** Nobody claimed it in time. */
  | 'lapsed'
  /** Its payment went back whole. */
  | 'returned';

export interface GiftFacts {
  readonly status: string;
  readonly amountMinor: number;
  readonly returnedMinor: number;
  readonly delivery: GiftDelivery;
  readonly deliveredAt: Date | null;
  readonly claimedAt: Date | null;
  readonly endsAt: Date | null;
  readonly claimableUntil: Date | null;
}

export function isReturned({ amountMinor, returnedMinor }: GiftFacts): boolean {
  return returnedMinor >= amountMinor;
}

export function giftStanding(gift: GiftFacts, now: Date): GiftStanding {
  if (gift.status !== 'paid') return 'unpaid';
  if (isReturned(gift)) return 'returned';
  if (gift.claimedAt) return gift.endsAt && gift.endsAt <= now ? 'over' : 'claimed';
  if (gift.claimableUntil && gift.claimableUntil <= now) return 'lapsed';
  return gift.delivery === 'mail' && !gift.deliveredAt ? 'waiting' : 'delivered';
}
