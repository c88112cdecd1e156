import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import { readCurrency } from '../money/currencies.ts';
import { newCoupon } from '../objects/coupon.ts';
import type { Params } from '../params.ts';
import { clearable, integer, mergedMetadata, nested, oneOf, text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

const DURATIONS = ['forever', 'once', 'repeating'] as const;

function create(step: Step, params: Params) {
  const id = text(params, 'id') ?? step.newId('coupon').slice('coupon_'.length).slice(0, 8);
  if (step.find('coupon', id))
    throw invalidRequest('Coupon already exists.', 'id', 'resource_already_exists');
  const amountOff = integer(params, 'amount_off') ?? null;
  const percentOff = readPercent(params);
  if ((amountOff === null) === (percentOff === null)) {
    throw invalidRequest('Must provide one of percent_off or amount_off.');
  }
  if (amountOff !== null && amountOff <= 0)
    throw invalidRequest('Invalid positive integer', 'amount_off', 'parameter_invalid_integer');
  const currency = text(params, 'currency');
  if (amountOff !== null && currency === undefined) throw missingParam('currency');
  const duration = oneOf(params, 'duration', DURATIONS) ?? 'once';
  const months = integer(params, 'duration_in_months') ?? null;
  if (duration === 'repeating' && months === null) throw missingParam('duration_in_months');
  if (duration !== 'repeating' && months !== null) {
    throw invalidRequest(
      'duration_in_months can only be used when duration is repeating.',
      'duration_in_months',
    );
  }
  const coupon = step.add(
    newCoupon(id, step.now, {
      amountOff,
      percentOff,
      duration,
      durationInMonths: months,
      currency:
        amountOff === null || currency === undefined
          ? null
          : readCurrency(currency, step.settings.money.rates),
      maxRedemptions: integer(params, 'max_redemptions') ?? null,
      metadata: mergedMetadata(params),
      name: text(params, 'name') ?? null,
      products: texts(nested(params, 'applies_to') ?? {}, 'products') ?? [],
      redeemBy: readRedeemBy(step, params),
    }),
  );
  step.emit('coupon.created', coupon);
  return coupon;
}

/** More than 0, at most 100, with up to two decimals. */
function readPercent(params: Params): number | null {
  const raw = text(params, 'percent_off');
  if (raw === undefined) return null;
  const value = Number(raw);
  if (!/^\d+(\.\d{1,2})?$/.test(raw) || value <= 0 || value > 100) {
    throw invalidRequest('Invalid decimal: must be between 0 and 100', 'percent_off');
  }
  return value;
}

function readRedeemBy(step: Step, params: Params): number | null {
  const at = integer(params, 'redeem_by') ?? null;
  if (at !== null && at <= step.now)
    throw invalidRequest('The redeem_by timestamp must be in the future.', 'redeem_by');
  return at;
}

/** https://docs.stripe.com/api/coupons */
export const couponRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/coupons',
    params: [
      'amount_off',
      'applies_to',
      'currency',
      'duration',
      'duration_in_months',
      'id',
      'max_redemptions',
      'metadata',
      'name',
      'percent_off',
      'redeem_by',
    ],
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/coupons/:id',
    params: ['metadata', 'name'],
    handle: (step, { params, id }) => {
      const coupon = step.edit('coupon', id);
      const name = clearable(params, 'name');
      if (name !== undefined) coupon.name = name;
      coupon.metadata = mergedMetadata(params, coupon.metadata);
      step.emit('coupon.updated', coupon);
      return coupon;
    },
  },
  {
    method: 'DELETE',
    path: '/v1/coupons/:id',
    params: [],
    handle: (step, { id }) => {
      const coupon = step.get('coupon', id);
      if (coupon.times_redeemed > 0) throw unsupported('the deletion of a redeemed coupon');
      step.emit('coupon.deleted', coupon);
      step.remove('coupon', id);
      return { id, object: 'coupon', deleted: true };
    },
  },
  retrieveRoute('coupon', '/v1/coupons/:id'),
  listRoute('coupon', '/v1/coupons'),
];
