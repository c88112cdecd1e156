import { invalidRequest, missingParam } from '../errors.ts';
import { isActiveCode, isValidCoupon } from '../flows/discounts.ts';
import { newPromotionCode } from '../objects/coupon.ts';
import type { Params } from '../params.ts';
import { flag, integer, mergedMetadata, nested, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

function create(step: Step, params: Params) {
  const named = text(nested(params, 'promotion') ?? {}, 'coupon');
  if (named === undefined) throw missingParam('promotion[coupon]');
  const coupon = step.get('coupon', named, 'promotion[coupon]');
  if (!isValidCoupon(coupon, step.now))
    throw invalidRequest(`Coupon expired: ${coupon.id}`, 'promotion[coupon]', 'coupon_expired');
  const code = (text(params, 'code') ?? step.newSecret().slice(0, 8)).toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(code))
    throw invalidRequest('Invalid promotion code: only letters, digits and dashes.', 'code');
  const taken = step
    .listBy('promotion_code', 'code', code)
    .some((held) => isActiveCode(step, held));
  if (taken) {
    throw invalidRequest(
      'An active promotion code with this code already exists.',
      'code',
      'resource_already_exists',
    );
  }
  const customer = text(params, 'customer') ?? null;
  if (customer !== null) step.get('customer', customer, 'customer');
  const limits = nested(params, 'restrictions') ?? {};
  const least = integer(limits, 'minimum_amount');
  const currency = text(limits, 'minimum_amount_currency');
  if (least !== undefined && currency === undefined)
    throw missingParam('restrictions[minimum_amount_currency]');
  const promotion = step.add(
    newPromotionCode(step.newId('promo'), step.now, {
      code,
      coupon: coupon.id,
      active: flag(params, 'active') ?? true,
      customer,
      expiresAt: integer(params, 'expires_at') ?? null,
      firstTimeTransaction: flag(limits, 'first_time_transaction') ?? false,
      maxRedemptions: integer(params, 'max_redemptions') ?? null,
      metadata: mergedMetadata(params),
      minimum: least === undefined || currency === undefined ? null : { amount: least, currency },
    }),
  );
  step.emit('promotion_code.created', promotion);
  return promotion;
}

/** https://docs.stripe.com/api/promotion_codes */
export const promotionCodeRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/promotion_codes',
    params: [
      'active',
      'code',
      'customer',
      'expires_at',
      'max_redemptions',
      'metadata',
      'promotion',
      'restrictions.first_time_transaction',
      'restrictions.minimum_amount',
      'restrictions.minimum_amount_currency',
    ],
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/promotion_codes/:id',
    params: ['active', 'metadata'],
    handle: (step, { params, id }) => {
      const code = step.edit('promotion_code', id);
      code.active = flag(params, 'active') ?? code.active;
      code.metadata = mergedMetadata(params, code.metadata);
      step.emit('promotion_code.updated', code);
      return code;
    },
  },
  retrieveRoute('promotion_code', '/v1/promotion_codes/:id'),
  listRoute('promotion_code', '/v1/promotion_codes', {
    where: {
      active: (code, value) => String(code.active) === value,
      code: (code, value) => code.code === value.toUpperCase(),
      coupon: (code, value) => code.promotion.coupon === value,
      customer: (code, value) => code.customer === value,
    },
  }),
];
