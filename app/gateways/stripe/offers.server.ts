import type Stripe from 'stripe';
import type { CouponInput, OfferPayments } from '../../domain/ports/payments-offers.ts';
import { attempt, isMissing, isTaken } from './classify-error.ts';
import { appMark } from './facts.ts';
import { subscriptionParts, toSubscription } from './subscription-facts.ts';

/** Coupons and promotion codes: https://docs.stripe.com/billing/subscriptions/coupons */
export function createOffering(stripe: Stripe, environment: string): OfferPayments {
  return {
    createCoupon: (input) =>
      attempt(async () => {
        const couponId = couponIdOf(input);
        await ensureCoupon(stripe, environment, couponId, input);
        if (input.code === null) return { couponId, promotionCodeId: null };
        return {
          couponId,
          promotionCodeId: await ensureCode(stripe, environment, couponId, input),
        };
      }),
    deactivatePromotionCode: (id) =>
      attempt(async () => {
        // The state that is wanted, not a step towards it: no key is needed beyond the SDK's own.
        await stripe.promotionCodes.update(id, { active: false });
        return null;
      }),
    applyCoupon: (id, coupon, idempotencyKey) =>
      attempt(async () =>
        toSubscription(
          await stripe.subscriptions.update(
            id,
            // Nothing is prorated: the period that is paid for stays as it was paid.
            { discounts: [{ coupon }], proration_behavior: 'none', expand: subscriptionParts },
            { idempotencyKey },
          ),
          environment,
        ),
      ),
  };
}

/** Ours to choose (https://docs.stripe.com/api/coupons/create#create_coupon-id), so that it is made once. */
function couponIdOf({ offerId, off }: CouponInput): string {
  const id = `masthead_${offerId.replaceAll('-', '')}`;
  return 'percent' in off ? id : `${id}_${off.currency.toLowerCase()}`;
}

async function ensureCoupon(
  stripe: Stripe,
  environment: string,
  id: string,
  { offerId, name, off, duration, months }: CouponInput,
): Promise<void> {
  try {
    await stripe.coupons.retrieve(id);
    return;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await stripe.coupons.create(
    {
      id,
      name,
      duration,
      ...(months === null ? {} : { duration_in_months: months }),
      ...('percent' in off
        ? { percent_off: off.percent }
        : { amount_off: off.amountMinor, currency: off.currency.toLowerCase() }),
      metadata: markOf(offerId, environment),
    },
    { idempotencyKey: `coupon:${id}` },
  );
}

async function ensureCode(
  stripe: Stripe,
  environment: string,
  coupon: string,
  { offerId, off, code, maxRedemptions }: CouponInput,
): Promise<string> {
  // An active code stands once on an account, so each currency's coupon has a code of its own.
  // Readers type it on our pages alone.
  const own = 'percent' in off ? (code ?? '') : `${code}-${off.currency}`;
  const { data } = await stripe.promotionCodes.list({ coupon, limit: 1 });
  const known = data[0];
  if (known) return known.id;
  const create = (named: { code?: string }, idempotencyKey: string) =>
    stripe.promotionCodes.create(
      {
        promotion: { type: 'coupon', coupon },
        ...named,
        ...(maxRedemptions === null ? {} : { max_redemptions: maxRedemptions }),
        metadata: markOf(offerId, environment),
      },
      { idempotencyKey },
    );
  const made = await create({ code: own }, `code:${coupon}`).catch((error: unknown) => {
    // Somebody with the dashboard has a code of that name. Stripe then makes one up: nobody types it.
    if (!isTaken(error)) throw error;
    return create({}, `code:${coupon}:unnamed`);
  });
  return made.id;
}

function markOf(offerId: string, environment: string): Record<string, string> {
  return { app: appMark, env: environment, offer_id: offerId };
}
