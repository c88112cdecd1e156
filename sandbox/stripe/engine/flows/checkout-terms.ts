import { DAY } from '../calendar.ts';
import type { CheckoutPlan, CheckoutSession } from '../objects/checkout-session.ts';
import type { Step } from '../step.ts';
import { chargeDecline, findCard } from '../test-cards.ts';
import { planOf } from './checkout-completion.ts';
import type { DiscountInput } from './discounts.ts';
import { redeem } from './discounts.ts';
import { profileOf } from './payment-methods.ts';

/** Neither declined nor asked for authentication: only then are customers and subscriptions made. */
export function passesAtOnce(step: Step, paymentMethod: string): boolean {
  if (step.get('payment_method', paymentMethod).type === 'sepa_debit') return true;
  const card = findCard(profileOf(step, paymentMethod).number);
  return chargeDecline(card) === null && card.authentication === 'none';
}

/** Nothing to pay today: a trial, or a discount of everything. */
export function paidStatus(session: CheckoutSession): 'no_payment_required' | 'paid' {
  return session.amount_total === 0 ? 'no_payment_required' : 'paid';
}

export function discountOf(plan: CheckoutPlan): DiscountInput[] {
  if (!plan.discount) return [];
  const { coupon, promotionCode } = plan.discount;
  const param = 'discounts[0]';
  return [promotionCode === null ? { coupon, param } : { promotionCode, param }];
}

export function trialEndOf(step: Step, { subscription }: CheckoutPlan): number | null {
  if (subscription.trialEnd !== null) return subscription.trialEnd;
  return subscription.trialDays === null ? null : step.now + subscription.trialDays * DAY;
}

/** A one-time payment has used its coupon. */
export function redeemDiscount(step: Step, id: string, customer: string | null): void {
  const { discount } = planOf(step, id);
  if (!discount) return;
  const coupon = step.get('coupon', discount.coupon);
  const promotionCode =
    discount.promotionCode === null ? null : step.get('promotion_code', discount.promotionCode);
  redeem(step, { coupon, promotionCode }, { customer, subscription: null, checkoutSession: id });
}
