import { invalidRequest } from '../errors.ts';
import { checkChargeAmount } from '../money/currencies.ts';
import { minimumEquivalent } from '../money/settlement.ts';
import type { CheckoutSession, LineItem } from '../objects/checkout-session.ts';
import { planId } from '../objects/checkout-session.ts';
import { newDiscount } from '../objects/coupon.ts';
import type { Step } from '../step.ts';
import { discountAmounts } from './discounting.ts';
import type { DiscountInput } from './discounts.ts';
import { findRedeemable, isActiveCode } from './discounts.ts';

/**
 * Takes a coupon or promotion code off a session's items; without one, takes it back.
 *
 * @throws what Stripe answers when the code cannot be redeemed for this purchase.
 */
export function discountSession(step: Step, id: string, input: DiscountInput | null): void {
  const session = step.edit('checkout.session', id);
  const plan = step.edit('sandbox.checkout_plan', planId(id));
  const { currency } = session;
  if (currency === null) throw invalidRequest('Discounts need an amount.', 'discounts');
  const subtotal = plan.lineItems.reduce((sum, item) => sum + item.amount_subtotal, 0);
  const found =
    input && findRedeemable(step, input, { customer: session.customer, currency, subtotal });
  plan.discount = found && {
    coupon: found.coupon.id,
    promotionCode: found.promotionCode?.id ?? null,
  };
  session.discounts = found
    ? [{ coupon: found.coupon.id, promotion_code: found.promotionCode?.id ?? null }]
    : [];
  applyToItems(step, plan.lineItems, plan.discount);
  writeTotals(
    session,
    plan.lineItems,
    plan.subscription.trialDays !== null || plan.subscription.trialEnd !== null,
  );
  const total = session.amount_total ?? 0;
  if (total > 0 && total < subtotal)
    checkChargeAmount(total, currency, minimumEquivalent(currency, step.settings.money));
}

function applyToItems(
  step: Step,
  items: LineItem[],
  discount: { coupon: string; promotionCode: string | null } | null,
): void {
  const sums = items.map((item) => ({
    amount: item.amount_subtotal,
    product: item.price.product,
    discountable: true,
  }));
  // Only its coupon counts: the discount itself is made when the session is paid.
  const discounts = discount
    ? [
        newDiscount('', {
          ...discount,
          checkoutSession: null,
          customer: null,
          subscription: null,
          start: step.now,
          end: null,
        }),
      ]
    : [];
  for (const [index, taken] of discountAmounts(step, sums, discounts).entries()) {
    const item = items[index];
    if (!item) continue;
    item.amount_discount = taken.reduce((sum, { amount }) => sum + amount, 0);
    item.amount_total = item.amount_subtotal - item.amount_discount;
  }
}

/** A trial costs nothing today, whatever comes later. */
export function writeTotals(session: CheckoutSession, items: LineItem[], isTrial: boolean): void {
  const sum = (name: 'amount_discount' | 'amount_subtotal' | 'amount_total') =>
    items.reduce((total, item) => total + item[name], 0);
  session.amount_subtotal = isTrial ? 0 : sum('amount_subtotal');
  session.amount_total = isTrial ? 0 : sum('amount_total');
  if (session.total_details)
    session.total_details.amount_discount = isTrial ? 0 : sum('amount_discount');
}

/**
 * The visitor enters a promotion code on the page; an empty one takes it back.
 *
 * @returns whether the session takes codes and this one can be redeemed.
 */
export function enterPromotionCode(step: Step, id: string, code: string): boolean {
  const session = step.get('checkout.session', id);
  if (session.status !== 'open' || session.allow_promotion_codes !== true) return false;
  if (code.trim() === '') {
    discountSession(step, id, null);
    return true;
  }
  const held = step
    .listBy('promotion_code', 'code', code.trim().toUpperCase())
    .find((entry) => isActiveCode(step, entry));
  if (!held) return false;
  discountSession(step, id, { promotionCode: held.id, param: 'discounts[0]' });
  return true;
}
