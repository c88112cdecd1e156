import { type Money, money } from '../../kernel/money.ts';
import type { DiscountDuration } from '../ports/subscription-facts.ts';

/** What a discount takes off a charge: a share in whole per cent, or a sum. Both null = nothing. */
export interface Reduction {
  readonly percent: number | null;
  readonly amountMinor: number | null;
}

/** The discount columns of a membership. */
export interface DiscountColumns {
  readonly discountPercent: number | null;
  readonly discountMinor: number | null;
  readonly discountUntil: Date | null;
  readonly discountDuration: DiscountDuration | null;
}

/**
 * What is left of a charge: never less than nothing. A share is rounded to the nearest minor unit,
 * half up, as the provider rounds it.
 */
export function afterReduction(amount: Money, { percent, amountMinor }: Reduction): Money {
  const share = percent === null ? 0 : Math.floor((amount.amountMinor * percent * 2 + 100) / 200);
  const off = Math.min(amount.amountMinor, share + (amountMinor ?? 0));
  return money(amount.amountMinor - off, amount.currency);
}

/** What is charged on a day to come, if the terms stay as they are. */
export function chargeAt(amount: Money, columns: DiscountColumns, at: Date): Money {
  if (columns.discountDuration === null) return amount;
  if (columns.discountUntil && columns.discountUntil <= at) return amount;
  return afterReduction(amount, reductionOf(columns));
}

/**
 * What a charge is counted as in recurring revenue. A discount for months or for good is taken off
 * for as long as it lasts; one for a single charge is not, because nothing recurs about it. So does
 * Stripe: https://docs.stripe.com/billing/subscriptions/analytics
 * @param periodStart of the period that was charged last: a discount that had ended by then is over
 */
export function recurringAmount(
  amount: Money,
  columns: DiscountColumns,
  periodStart: Date | null,
): Money {
  if (columns.discountDuration === null || columns.discountDuration === 'once') return amount;
  if (columns.discountUntil && periodStart && columns.discountUntil <= periodStart) return amount;
  return afterReduction(amount, reductionOf(columns));
}

function reductionOf({ discountPercent, discountMinor }: DiscountColumns): Reduction {
  return { percent: discountPercent, amountMinor: discountMinor };
}
