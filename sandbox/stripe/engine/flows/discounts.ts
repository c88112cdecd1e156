import { addMonths } from '../calendar.ts';
import { invalidRequest, noSuch } from '../errors.ts';
import type { Coupon, Discount, PromotionCode } from '../objects/coupon.ts';
import { newDiscount } from '../objects/coupon.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';

/** What a request names: exactly one of them is set. */
export interface DiscountInput {
  coupon?: string | undefined;
  promotionCode?: string | undefined;
  /** A discount that is already at work, carried over. */
  discount?: string | undefined;
  param: string;
}

/** Whether a coupon can still be redeemed (https://docs.stripe.com/api/coupons/object#coupon_object-valid). */
export function isValidCoupon(coupon: Coupon, now: number): boolean {
  return (
    (coupon.redeem_by === null || coupon.redeem_by >= now) &&
    (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions)
  );
}

/** Whether a promotion code can be redeemed, its coupon included. */
export function isActiveCode(step: Step, code: PromotionCode): boolean {
  const coupon = step.find('coupon', code.promotion.coupon);
  return (
    code.active &&
    coupon !== undefined &&
    isValidCoupon(coupon, step.now) &&
    (code.expires_at === null || code.expires_at > step.now) &&
    (code.max_redemptions === null || code.times_redeemed < code.max_redemptions)
  );
}

export interface Redeemable {
  coupon: Coupon;
  promotionCode: PromotionCode | null;
}

/** What a purchase must be like for its discount. */
export interface Purchase {
  customer: string | null;
  currency: string;
  /** Before any discount, in minor units of the currency. */
  subtotal: number;
}

/**
 * The coupon behind a request's discount, if the purchase may have it.
 *
 * @throws what Stripe answers for a code that is unknown, used up, out of date, somebody else's,
 *   not for this currency, for first orders only, or for larger orders only
 *   (https://docs.stripe.com/billing/subscriptions/coupons#limits).
 */
export function findRedeemable(step: Step, input: DiscountInput, purchase: Purchase): Redeemable {
  if (input.promotionCode !== undefined) {
    const code = step.find('promotion_code', input.promotionCode);
    if (!code)
      throw noSuch('promotion_code', input.promotionCode, `${input.param}[promotion_code]`);
    checkCode(step, code, purchase, `${input.param}[promotion_code]`);
    const coupon = step.get('coupon', code.promotion.coupon);
    checkCurrency(coupon, purchase.currency, input.param);
    return { coupon, promotionCode: code };
  }
  const param = `${input.param}[coupon]`;
  const coupon = step.find('coupon', input.coupon ?? '');
  if (!coupon) throw noSuch('coupon', input.coupon ?? '', param);
  if (!isValidCoupon(coupon, step.now)) {
    throw invalidRequest(`Coupon expired: ${coupon.id}`, param, 'coupon_expired');
  }
  checkCurrency(coupon, purchase.currency, param);
  return { coupon, promotionCode: null };
}

function checkCurrency(coupon: Coupon, currency: string, param: string): void {
  if (coupon.currency === null || coupon.currency === currency) return;
  throw invalidRequest(
    `The coupon ${coupon.id} is in ${coupon.currency} and can't be applied to an amount in ${currency}.`,
    param,
  );
}

function checkCode(step: Step, code: PromotionCode, purchase: Purchase, param: string): void {
  const refuse = (why: string) => invalidRequest(why, param, 'promotion_code_invalid');
  if (!isActiveCode(step, code)) {
    throw refuse('This promotion code cannot be redeemed because it is expired or used up.');
  }
  if (code.customer !== null && code.customer !== purchase.customer) {
    throw refuse('This promotion code cannot be redeemed by this customer.');
  }
  const { first_time_transaction: first, minimum_amount: least } = code.restrictions;
  if (first && purchase.customer !== null && hasPaidBefore(step, purchase.customer)) {
    throw refuse(
      'This promotion code cannot be redeemed because the associated customer has prior transactions.',
    );
  }
  if (least !== null) {
    const fits = code.restrictions.minimum_amount_currency === purchase.currency;
    if (!fits || purchase.subtotal < least)
      throw refuse('This promotion code cannot be redeemed because the amount is too low.');
  }
}

/** Successful payments and paid invoices both count (https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes). */
function hasPaidBefore(step: Step, customer: string): boolean {
  return (
    step.listBy('charge', 'customer', customer).some((charge) => charge.status === 'succeeded') ||
    step
      .listBy('invoice', 'customer', customer)
      .some((invoice) => invoice.status === 'paid' && invoice.amount_paid > 0)
  );
}

/** Makes a discount of a coupon and counts the redemption. */
export function redeem(
  step: Step,
  { coupon, promotionCode }: Redeemable,
  to: { customer: string | null; subscription: string | null; checkoutSession?: string | null },
): Discount {
  step.edit('coupon', coupon.id).times_redeemed += 1;
  if (promotionCode) step.edit('promotion_code', promotionCode.id).times_redeemed += 1;
  const months = coupon.duration_in_months;
  const discount = step.add(
    newDiscount(step.newId('di'), {
      coupon: coupon.id,
      promotionCode: promotionCode?.id ?? null,
      checkoutSession: to.checkoutSession ?? null,
      customer: to.customer,
      subscription: to.subscription,
      start: step.now,
      end: coupon.duration === 'repeating' ? addMonths(step.now, months ?? 1) : null,
    }),
  );
  if (to.customer !== null) step.emit('customer.discount.created', discount);
  return step.get('discount', discount.id);
}

/** Replaces a subscription's discounts; those carried over stay as they are. */
export function setDiscounts(
  step: Step,
  subscription: Subscription,
  inputs: readonly DiscountInput[],
  purchase: Purchase,
  checkoutSession: string | null = null,
): void {
  const kept: string[] = [];
  for (const input of inputs) {
    if (input.discount === undefined) {
      const found = findRedeemable(step, input, purchase);
      const to = {
        customer: subscription.customer,
        subscription: subscription.id,
        checkoutSession,
      };
      kept.push(redeem(step, found, to).id);
    } else if (subscription.discounts.includes(input.discount)) kept.push(input.discount);
    else throw noSuch('discount', input.discount, `${input.param}[discount]`);
  }
  for (const id of subscription.discounts) if (!kept.includes(id)) announceEnd(step, id);
  subscription.discounts = kept;
}

/** Takes one discount off; what it has discounted stays discounted. */
export function endDiscount(step: Step, subscription: Subscription, id: string): void {
  subscription.discounts = subscription.discounts.filter((entry) => entry !== id);
  announceEnd(step, id);
}

function announceEnd(step: Step, id: string): void {
  step.emit('customer.discount.deleted', step.edit('discount', id));
}

/** The discounts in force at a moment: those of a set number of months end by themselves. */
export function discountsAt(step: Step, ids: readonly string[], at: number): Discount[] {
  return ids.map((id) => step.get('discount', id)).filter(({ end }) => end === null || end > at);
}
