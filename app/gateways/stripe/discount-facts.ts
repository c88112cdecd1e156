import type Stripe from 'stripe';
import { type DiscountFacts, discountDurations } from '../../domain/ports/subscription-facts.ts';
import { fromUnix } from '../../kernel/dates.ts';

/**
 * What lowers a subscription's charges; null when nothing does, or its discounts were not expanded.
 * Several at once, which only somebody with the dashboard makes, are told as one sum: they work one
 * after the other (https://docs.stripe.com/billing/subscriptions/coupons#multiple).
 */
export function toDiscount(
  { discounts }: Stripe.Subscription,
  amountMinor: number,
): DiscountFacts | null {
  const known = discounts.flatMap((discount) => {
    if (typeof discount === 'string') return [];
    const { coupon } = discount.source;
    return coupon && typeof coupon === 'object' ? [{ coupon, end: discount.end }] : [];
  });
  const [first] = known;
  if (!first) return null;
  const percent = first.coupon.percent_off;
  const isWhole = known.length === 1 && percent !== null && Number.isInteger(percent);
  const left = known.reduce((rest, { coupon }) => rest - offOf(coupon, rest), amountMinor);
  const ends = known.flatMap(({ end }) => (end === null ? [] : [end]));
  return {
    percent: isWhole ? percent : null,
    amountMinor: isWhole ? null : amountMinor - left,
    duration: discountDurations.find((duration) => duration === first.coupon.duration) ?? 'forever',
    until: ends.length > 0 ? fromUnix(Math.min(...ends)) : null,
  };
}

/** To the nearest minor unit, half up; never more than there is. */
function offOf({ percent_off: percent, amount_off: amount }: Stripe.Coupon, rest: number): number {
  if (percent !== null) {
    return Math.floor((rest * Math.round(percent * 100) * 2 + 10_000) / 20_000);
  }
  return Math.min(rest, amount ?? 0);
}
