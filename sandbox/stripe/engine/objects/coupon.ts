import type { Metadata } from '../params.ts';

export type Coupon = ReturnType<typeof newCoupon>;
export type PromotionCode = ReturnType<typeof newPromotionCode>;
export type Discount = ReturnType<typeof newDiscount>;

export interface CouponFields {
  amountOff: number | null;
  currency: string | null;
  duration: 'forever' | 'once' | 'repeating';
  durationInMonths: number | null;
  maxRedemptions: number | null;
  metadata: Metadata;
  name: string | null;
  percentOff: number | null;
  products: string[];
  redeemBy: number | null;
}

export function newCoupon(id: string, created: number, fields: CouponFields) {
  return {
    id,
    object: 'coupon' as const,
    amount_off: fields.amountOff,
    ...(fields.products.length > 0 ? { applies_to: { products: fields.products } } : {}),
    created,
    currency: fields.currency,
    duration: fields.duration,
    duration_in_months: fields.durationInMonths,
    livemode: false,
    max_redemptions: fields.maxRedemptions,
    metadata: fields.metadata,
    name: fields.name,
    percent_off: fields.percentOff,
    redeem_by: fields.redeemBy,
    times_redeemed: 0,
    valid: true,
  };
}

export interface PromotionCodeFields {
  code: string;
  coupon: string;
  active: boolean;
  customer: string | null;
  expiresAt: number | null;
  firstTimeTransaction: boolean;
  maxRedemptions: number | null;
  metadata: Metadata;
  minimum: { amount: number; currency: string } | null;
}

export function newPromotionCode(id: string, created: number, fields: PromotionCodeFields) {
  return {
    id,
    object: 'promotion_code' as const,
    active: fields.active,
    code: fields.code,
    created,
    customer: fields.customer,
    customer_account: null,
    expires_at: fields.expiresAt,
    livemode: false,
    max_redemptions: fields.maxRedemptions,
    metadata: fields.metadata,
    promotion: { coupon: fields.coupon, type: 'coupon' as const },
    restrictions: {
      first_time_transaction: fields.firstTimeTransaction,
      minimum_amount: fields.minimum?.amount ?? null,
      minimum_amount_currency: fields.minimum?.currency ?? null,
    },
    times_redeemed: 0,
  };
}

/** A coupon at work: on a subscription, or on a single invoice. */
export function newDiscount(
  id: string,
  fields: {
    coupon: string;
    promotionCode: string | null;
    checkoutSession: string | null;
    customer: string | null;
    subscription: string | null;
    start: number;
    end: number | null;
  },
) {
  return {
    id,
    object: 'discount' as const,
    checkout_session: fields.checkoutSession,
    customer: fields.customer,
    customer_account: null,
    end: fields.end,
    invoice: null as string | null,
    invoice_item: null,
    promotion_code: fields.promotionCode,
    source: { coupon: fields.coupon, type: 'coupon' as const },
    start: fields.start,
    subscription: fields.subscription,
    subscription_item: null,
  };
}

/** What the API answers about a discount that has been taken off. */
export function deletedDiscount(discount: Discount) {
  const shown = Object.entries(discount).filter(([name]) => name !== 'end');
  return { ...Object.fromEntries(shown), deleted: true };
}
