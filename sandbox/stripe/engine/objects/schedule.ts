import type { Metadata } from '../params.ts';

export type SubscriptionSchedule = ReturnType<typeof newSchedule>;

export interface PhaseItem {
  billing_thresholds: null;
  discounts: PhaseDiscount[];
  metadata: Metadata;
  plan: string;
  price: string;
  quantity: number;
  tax_rates: [];
}

export interface PhaseDiscount {
  coupon: string | null;
  discount: string | null;
  promotion_code: string | null;
}

export interface Phase {
  add_invoice_items: [];
  application_fee_percent: null;
  billing_cycle_anchor: 'automatic' | 'phase_start' | null;
  billing_thresholds: null;
  collection_method: null;
  currency: string;
  default_payment_method: string | null;
  default_tax_rates: [];
  description: string | null;
  discounts: PhaseDiscount[];
  end_date: number;
  invoice_settings: null;
  items: PhaseItem[];
  metadata: Metadata;
  on_behalf_of: null;
  proration_behavior: 'always_invoice' | 'create_prorations' | 'none';
  start_date: number;
  transfer_data: null;
  trial_end: number | null;
}

export function newSchedule(
  id: string,
  created: number,
  fields: {
    customer: string;
    endBehavior: 'cancel' | 'release';
    metadata: Metadata;
    subscription: string | null;
    testClock: string | null;
  },
) {
  return {
    id,
    object: 'subscription_schedule' as const,
    application: null,
    billing_mode: {
      flexible: { proration_discounts: 'included' as const },
      type: 'flexible' as const,
    },
    canceled_at: null as number | null,
    completed_at: null as number | null,
    created,
    current_phase: null as { end_date: number; start_date: number } | null,
    customer: fields.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      automatic_tax: { disabled_reason: null, enabled: false, liability: null },
      billing_cycle_anchor: 'automatic' as 'automatic' | 'phase_start',
      billing_thresholds: null,
      collection_method: 'charge_automatically' as const,
      default_payment_method: null as string | null,
      description: null as string | null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' as const },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: fields.endBehavior,
    livemode: false,
    metadata: fields.metadata,
    pause_schedules: [],
    phases: [] as Phase[],
    released_at: null as number | null,
    released_subscription: null as string | null,
    status: 'not_started' as 'active' | 'canceled' | 'completed' | 'not_started' | 'released',
    subscription: fields.subscription,
    test_clock: fields.testClock,
  };
}
