import { lastBoundary, nextBoundary } from '../calendar.ts';
import { prorate } from '../money/settlement.ts';
import type { Price } from '../objects/catalogue.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { discountAmounts } from './discounting.ts';
import type { DiscountAmount } from './discounting.ts';
import { discountsAt } from './discounts.ts';

export interface Period {
  start: number;
  end: number;
}

/** The recurring interval; a one-time price has no place on a subscription. */
export function intervalOf(price: Price) {
  return price.recurring ?? { interval: 'month' as const, interval_count: 1 };
}

/** The period of a price's own length, counted from the anchor, in which a moment lies. */
export function naturalPeriod(anchor: number, price: Price, at: number): Period {
  const { interval, interval_count: count } = intervalOf(price);
  return {
    start: lastBoundary(anchor, interval, count, at),
    end: nextBoundary(anchor, interval, count, at),
  };
}

/** What a stretch of time costs at a price: in full for a whole period, else in proportion. */
export function amountFor(price: Price, quantity: number, anchor: number, stretch: Period): number {
  const whole = naturalPeriod(anchor, price, stretch.start);
  const full = price.unit_amount * quantity;
  if (stretch.start === whole.start && stretch.end === whole.end) return full;
  return prorate(full, stretch.end - stretch.start, whole.end - whole.start);
}

/** What the discounts in force take off each item, were it billed in full. */
export function itemDiscounts(
  step: Step,
  subscription: Subscription,
  items: readonly SubscriptionItem[],
  amounts: readonly number[],
  at: number,
): DiscountAmount[][] {
  return discountAmounts(
    step,
    items.map((item, index) => ({
      amount: amounts[index] ?? 0,
      product: item.price.product,
      discountable: true,
    })),
    discountsAt(step, subscription.discounts, at),
  );
}
