import type { CurrencyCode } from '../../kernel/currencies.ts';
import { type Interval, defaultAmountRules, fromMajor } from '../../kernel/giving-amounts.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { type Money, money } from '../../kernel/money.ts';
import { type Reduction, afterReduction } from '../memberships/discount.ts';
import type { DiscountDuration } from '../ports/subscription-facts.ts';

/**
 * promotion_code: typed, or in a link; it may give free days too. first_period: for everybody within
 * its dates. trial: free days, for everybody within its dates. retention: shown to somebody who is about to leave.
 */
export const offerKinds = ['promotion_code', 'first_period', 'trial', 'retention'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** What an offer gives. Terms never change once written. */
export type OfferGift =
  | { readonly kind: 'trial'; readonly days: number }
  | {
      readonly kind: 'percent';
      readonly percent: number;
      readonly duration: DiscountDuration;
      /** Of `repeating`. */
      readonly months: number | null;
    }
  | {
      readonly kind: 'amounts';
      /** In minor units, by currency; others are not on offer. */
      readonly amounts: Readonly<Record<CurrencyCode, number>>;
      readonly duration: DiscountDuration;
      readonly months: number | null;
    };

export interface Offer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly name: string;
  readonly code: string | null;
  readonly gift: OfferGift;
  /** None = every tier. */
  readonly tierSlugs: readonly string[];
  /** None = both. */
  readonly intervals: readonly Interval[];
  readonly isForNewPatrons: boolean;
  readonly startsAt: Date;
  /** From this instant on it is over. */
  readonly endsAt: Date | null;
  readonly maxRedemptions: number | null;
}

/** An offer as the desk lists it. */
export interface ListedOffer extends Offer {
  readonly standing: 'waiting' | 'running' | 'over';
  /** The provider has everything that it needs. */
  readonly isReady: boolean;
  /** How many took it. */
  readonly taken: number;
}

/** Why an offer is not to be had. */
export const offerProblems = [
  'offer_unknown',
  'offer_over',
  'offer_used_up',
  'offer_only_new',
  'offer_not_for_tier',
  'offer_not_for_interval',
  'offer_not_for_currency',
  'offer_amount_too_low',
] as const;
export type OfferProblem = (typeof offerProblems)[number];

/** What somebody is about to pay for. */
export interface Purchase {
  readonly tierSlug: string;
  readonly interval: Interval;
  /** Fee cover included. */
  readonly amount: Money;
}

/** Is it running? Codes that have not begun are as unknown as those that never were. */
export function standingOf(
  { startsAt, endsAt }: Pick<Offer, 'startsAt' | 'endsAt'>,
  now: Date,
): 'waiting' | 'running' | 'over' {
  if (now < startsAt) return 'waiting';
  return endsAt && endsAt <= now ? 'over' : 'running';
}

/** Which of its rules keeps an offer from this purchase; null when none does. */
export function purchaseProblem(
  offer: Pick<Offer, 'gift' | 'tierSlugs' | 'intervals'>,
  purchase: Purchase,
): OfferProblem | null {
  const { tierSlugs, intervals, gift } = offer;
  const { amount, tierSlug, interval } = purchase;
  if (tierSlugs.length > 0 && !tierSlugs.includes(tierSlug)) return 'offer_not_for_tier';
  if (intervals.length > 0 && !intervals.includes(interval)) return 'offer_not_for_interval';
  if (gift.kind === 'trial') return null;
  const reduction = reductionOf(offer, amount.currency);
  if (!reduction) return 'offer_not_for_currency';
  const left = afterReduction(amount, reduction).amountMinor;
  return left > 0 && left < leastCharge(amount.currency) ? 'offer_amount_too_low' : null;
}

/** What it takes off a charge in that currency; null when it takes nothing off in it. */
export function reductionOf(
  { gift }: Pick<Offer, 'gift'>,
  currency: CurrencyCode,
): Reduction | null {
  switch (gift.kind) {
    case 'trial':
      return null;
    case 'percent':
      return { percent: gift.percent, amountMinor: null };
    case 'amounts': {
      const amountMinor = gift.amounts[currency];
      return amountMinor === undefined ? null : { percent: null, amountMinor };
    }
  }
}

/**
 * The least that is charged at all, in minor units: as for a donation, which lies above the
 * provider's own floor (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
 */
export function leastCharge(currency: CurrencyCode): number {
  return isGivingCurrency(currency)
    ? fromMajor(defaultAmountRules[currency].once.min, currency).amountMinor
    : 0;
}

/** A code as it is kept and compared: without spaces around it, in upper case. */
export function normaliseCode(typed: string): string {
  return typed.normalize('NFKC').trim().toUpperCase();
}

/** Letters of the Latin alphabet, digits and dashes, as the provider takes them. */
export const codePattern = /^[A-Z0-9](?:[A-Z0-9-]{1,28}[A-Z0-9])$/;

/** What is paid on the day of joining. */
export function firstCharge(offer: Pick<Offer, 'gift'>, amount: Money): Money {
  return offer.gift.kind === 'trial' ? money(0, amount.currency) : chargeUnder(offer, amount);
}

/** What is left of a charge while the discount lasts. */
export function chargeUnder(offer: Pick<Offer, 'gift'>, amount: Money): Money {
  const reduction = reductionOf(offer, amount.currency);
  return reduction ? afterReduction(amount, reduction) : money(amount.amountMinor, amount.currency);
}
