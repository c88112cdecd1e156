import type { Interval } from '../calendar.ts';
import type { Metadata } from '../params.ts';

export type Product = ReturnType<typeof newProduct>;
export type Price = ReturnType<typeof newPrice>;
export type Plan = ReturnType<typeof planOf>;

export function newProduct(id: string, created: number, name: string) {
  return {
    id,
    object: 'product' as const,
    active: true,
    created,
    default_price: null as string | null,
    description: null as string | null,
    images: [] as string[],
    livemode: false,
    marketing_features: [] as { name?: string }[],
    metadata: {} as Metadata,
    name,
    package_dimensions: null,
    shippable: null as boolean | null,
    statement_descriptor: null as string | null,
    tax_code: null as string | null,
    tax_details: null,
    type: 'service' as const,
    unit_label: null as string | null,
    updated: created,
    url: null as string | null,
  };
}

export interface Recurring {
  interval: Interval;
  interval_count: number;
  meter: string | null;
  trial_period_days: number | null;
  usage_type: 'licensed';
}

export function newPrice(
  id: string,
  created: number,
  fields: {
    currency: string;
    product: string;
    unitAmount: number;
    recurring: Recurring | null;
    active: boolean;
  },
) {
  return {
    id,
    object: 'price' as const,
    active: fields.active,
    billing_scheme: 'per_unit' as const,
    created,
    currency: fields.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null as string | null,
    metadata: {} as Metadata,
    nickname: null as string | null,
    product: fields.product,
    recurring: fields.recurring,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: fields.recurring ? ('recurring' as const) : ('one_time' as const),
    unit_amount: fields.unitAmount,
    unit_amount_decimal: String(fields.unitAmount),
  };
}

/** The old name of a recurring price; subscription items still carry it. */
export function planOf(price: Price) {
  return {
    id: price.id,
    object: 'plan' as const,
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed' as const,
  };
}
