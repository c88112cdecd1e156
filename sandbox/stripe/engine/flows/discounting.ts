import { divideRounded } from '../money/settlement.ts';
import type { Coupon, Discount } from '../objects/coupon.ts';
import type { Step } from '../step.ts';

/** A sum that discounts may lower, in minor units. */
export interface Discountable {
  amount: number;
  product: string | null;
  discountable: boolean;
}

export interface DiscountAmount {
  amount: number;
  discount: string;
}

/**
 * What each discount takes off each sum. Discounts work one after the other on what the ones before
 * have left; a fixed amount is spread over the sums in proportion
 * (https://docs.stripe.com/billing/subscriptions/coupons#multiple).
 *
 * @returns for each sum its discounts, in their order; never more than the sum.
 */
export function discountAmounts(
  step: Step,
  sums: readonly Discountable[],
  discounts: readonly Discount[],
): DiscountAmount[][] {
  const left = sums.map(({ amount }) => amount);
  const taken: DiscountAmount[][] = sums.map(() => []);
  for (const discount of discounts) {
    const coupon = step.get('coupon', discount.source.coupon);
    const parts = partsOf(
      coupon,
      sums.map((sum, index) => (applies(coupon, sum) ? Math.max(0, left[index] ?? 0) : 0)),
    );
    for (const [index, amount] of parts.entries()) {
      if (!applies(coupon, sums[index])) continue;
      left[index] = (left[index] ?? 0) - amount;
      taken[index]?.push({ amount, discount: discount.id });
    }
  }
  return taken;
}

function applies(coupon: Coupon, sum: Discountable | undefined): boolean {
  if (!sum?.discountable) return false;
  const products = coupon.applies_to?.products;
  return products === undefined || (sum.product !== null && products.includes(sum.product));
}

function partsOf(coupon: Coupon, bases: readonly number[]): number[] {
  if (coupon.percent_off !== null) {
    const hundredths = Math.round(coupon.percent_off * 100);
    return bases.map((base) => divideRounded(base * hundredths, 10_000));
  }
  return spread(coupon.amount_off ?? 0, bases);
}

/** Divides an amount in proportion; what rounding leaves over goes to the last sums that have room. */
export function spread(amount: number, bases: readonly number[]): number[] {
  const total = bases.reduce((sum, base) => sum + base, 0);
  if (total === 0) return bases.map(() => 0);
  const whole = Math.min(amount, total);
  let rest = whole;
  let restOfBases = total;
  return bases.map((base) => {
    const part = restOfBases === 0 ? 0 : Math.min(base, divideRounded(rest * base, restOfBases));
    rest -= part;
    restOfBases -= base;
    return part;
  });
}
