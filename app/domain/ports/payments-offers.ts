import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { Result } from '../../kernel/result.ts';
import type { DiscountDuration, PaymentsFailure, SubscriptionFacts } from './subscription-facts.ts';

/** What makes a Checkout's first charges smaller, made by the provider beforehand. */
export interface CheckoutReduction {
  /** The promotion code where there is one, else the coupon. */
  readonly discount: { readonly promotionCodeId: string } | { readonly couponId: string } | null;
  /** Days before the first charge; the payment method is asked for all the same. */
  readonly trialDays: number | null;
}

export interface CouponInput {
  readonly offerId: string;
  /** At most 40 characters; the provider prints it on invoices. */
  readonly name: string;
  readonly off:
    | { readonly percent: number }
    | { readonly currency: CurrencyCode; readonly amountMinor: number };
  readonly duration: DiscountDuration;
  /** Only of `repeating`. */
  readonly months: number | null;
  /** Letters, digits and dashes; null = a coupon alone. */
  readonly code: string | null;
  readonly maxRedemptions: number | null;
}

/** What the payment provider is asked for offers. */
export interface OfferPayments {
  /**
   * Makes a coupon, and its promotion code when it has one. Its id comes from our row, so that
   * asking again, even days later, finds what was made.
   */
  createCoupon(
    input: CouponInput,
  ): Promise<Result<{ couponId: string; promotionCodeId: string | null }, PaymentsFailure>>;
  /** From now on the code opens nothing. Discounts that are at work go on. Safe to repeat. */
  deactivatePromotionCode(promotionCodeId: string): Promise<Result<null, PaymentsFailure>>;
  /** Lowers what a subscription is charged from its next charge on. */
  applyCoupon(
    subscriptionId: string,
    couponId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
}
