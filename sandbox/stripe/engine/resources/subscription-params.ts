import { invalidRequest, missingParam } from '../errors.ts';
import { priceOfItem } from '../flows/catalogue.ts';
import type { DiscountInput } from '../flows/discounts.ts';
import type { PaymentBehavior } from '../flows/update-payments.ts';
import type {
  BillingChange,
  ItemChange,
  ProrationBehavior,
} from '../flows/subscription-updates.ts';
import type { MissingPaymentMethod } from '../objects/subscription.ts';
import type { Params } from '../params.ts';
import { flag, given, integer, mergedMetadata, nested, objects, oneOf, text } from '../params.ts';
import type { Step } from '../step.ts';

const PRORATIONS: readonly ProrationBehavior[] = ['always_invoice', 'create_prorations', 'none'];
const BEHAVIORS: readonly PaymentBehavior[] = [
  'allow_incomplete',
  'default_incomplete',
  'error_if_incomplete',
  'pending_if_incomplete',
];
const MISSING: readonly MissingPaymentMethod[] = ['cancel', 'create_invoice', 'pause'];
const ITEM_FIELDS = ['id', 'deleted', 'metadata', 'price', 'price_data', 'quantity'];
const ANCHORS = ['now', 'unchanged'] as const;

export function readProrations(params: Params): ProrationBehavior {
  return oneOf(params, 'proration_behavior', PRORATIONS) ?? 'create_prorations';
}

export function readBehavior(params: Params): PaymentBehavior {
  return oneOf(params, 'payment_behavior', BEHAVIORS) ?? 'allow_incomplete';
}

/** `billing_cycle_anchor: { type }`; the bare word of older versions is refused by the types. */
export function readAnchor(params: Params): 'now' | 'unchanged' | undefined {
  const anchor = nested(params, 'billing_cycle_anchor');
  return anchor && oneOf(anchor, 'type', ANCHORS);
}

export function readTrialEnd(params: Params): number | 'now' | null {
  return text(params, 'trial_end') === 'now' ? 'now' : (integer(params, 'trial_end') ?? null);
}

export function readMissingMethod(params: Params): MissingPaymentMethod | undefined {
  const end = nested(nested(params, 'trial_settings') ?? {}, 'end_behavior');
  return end && oneOf(end, 'missing_payment_method', MISSING);
}

/** Changes of items; an item without an id is a new one. */
export function readItemChanges(step: Step, params: Params): ItemChange[] {
  return (objects(params, 'items') ?? []).map((item, index): ItemChange => {
    const at = `items[${index}]`;
    refuseOthers(item, at);
    const namesPrice = given(item, 'price') || given(item, 'price_data');
    const id = text(item, 'id');
    if (id === undefined && !namesPrice) throw missingParam(`${at}[price]`);
    const quantity = integer(item, 'quantity');
    if (quantity !== undefined && quantity < 0)
      throw invalidRequest('Invalid non-negative integer', `${at}[quantity]`);
    return {
      id,
      deleted: flag(item, 'deleted'),
      price: namesPrice ? priceOfItem(step, item, at) : undefined,
      quantity,
      metadata: given(item, 'metadata') ? mergedMetadata(item) : undefined,
    };
  });
}

function refuseOthers(item: Params, at: string): void {
  for (const name of Object.keys(item)) {
    if (ITEM_FIELDS.includes(name) || !given(item, name)) continue;
    throw invalidRequest(
      `The sandbox does not implement the parameter '${at}[${name}]' yet.`,
      `${at}[${name}]`,
      'sandbox_unsupported',
    );
  }
}

/** Coupons, codes, or discounts to keep. `null`: sent empty, to clear; `undefined`: to leave. */
export function readDiscounts(params: Params): DiscountInput[] | null | undefined {
  if (!given(params, 'discounts')) return undefined;
  if (params['discounts'] === '' || params['discounts'] === null) return null;
  return (objects(params, 'discounts') ?? []).map((entry, index) => ({
    coupon: text(entry, 'coupon'),
    promotionCode: text(entry, 'promotion_code'),
    discount: text(entry, 'discount'),
    param: `discounts[${index}]`,
  }));
}

/** What an update, or the preview of one, changes in the billing; `null` when nothing. */
export function readBillingChange(step: Step, params: Params): BillingChange | null {
  const trialEnd = readTrialEnd(params);
  const resetsAnchor = readAnchor(params) === 'now';
  if (!given(params, 'items') && trialEnd === null && !resetsAnchor) return null;
  const prorate = readProrations(params);
  const prorationDate = integer(params, 'proration_date') ?? null;
  if (prorationDate !== null && prorate === 'none') {
    throw invalidRequest(
      'You cannot pass `proration_date` when `proration_behavior` is `none`.',
      'proration_date',
    );
  }
  return { items: readItemChanges(step, params), resetsAnchor, trialEnd, prorate, prorationDate };
}
