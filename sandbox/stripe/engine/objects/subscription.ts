import type { Metadata } from '../params.ts';
import type { Plan, Price } from './catalogue.ts';

export type Subscription = ReturnType<typeof newSubscription> & { status_details?: StatusDetails };
export type SubscriptionItem = ReturnType<typeof newSubscriptionItem>;

export type SubscriptionStatus =
  | 'active'
  | 'canceled'
  | 'incomplete'
  | 'incomplete_expired'
  | 'past_due'
  | 'paused'
  | 'trialing'
  | 'unpaid';

export interface PauseCollection {
  behavior: 'keep_as_draft' | 'mark_uncollectible' | 'void';
  resumes_at: number | null;
}

/** A change that takes effect only once its invoice is paid. */
export interface PendingUpdate {
  billing_cycle_anchor: number | null;
  cancel_at_period_end: null;
  discount: null;
  discounts: null;
  expires_at: number;
  metadata: Metadata | null;
  subscription_items: SubscriptionItem[] | null;
  trial_end: number | null;
  trial_from_plan: null;
}

export type PauseReason =
  'first_payment_failure' | 'pause_requested' | 'trial_end_without_payment_method';

interface StatusDetails {
  paused: { subscription: { type: PauseReason }; transitioned_at: number; type: 'subscription' };
}

export type MissingPaymentMethod = 'cancel' | 'create_invoice' | 'pause';

export function newSubscriptionItem(
  id: string,
  created: number,
  fields: {
    subscription: string;
    price: Price;
    plan: Plan;
    quantity: number;
    start: number;
    end: number;
  },
) {
  return {
    id,
    object: 'subscription_item' as const,
    billing_thresholds: null,
    created,
    current_period_end: fields.end,
    current_period_start: fields.start,
    current_trial: null,
    discounts: [] as string[],
    metadata: {} as Metadata,
    plan: fields.plan,
    price: fields.price,
    quantity: fields.quantity,
    subscription: fields.subscription,
    tax_rates: [],
  };
}

export function newSubscription(
  id: string,
  created: number,
  fields: {
    customer: string;
    currency: string;
    description: string | null;
    defaultPaymentMethod: string | null;
    metadata: Metadata;
    testClock: string | null;
  },
) {
  return {
    id,
    object: 'subscription' as const,
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: created,
    billing_cycle_anchor_config: null,
    billing_mode: {
      flexible: { proration_discounts: 'included' as const },
      type: 'flexible' as const,
    },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null as number | null,
    cancel_at_period_end: false,
    canceled_at: null as number | null,
    cancellation_details: {
      comment: null as string | null,
      feedback: null as string | null,
      feedback_option: null,
      reason: null as string | null,
    },
    collection_method: 'charge_automatically' as const,
    created,
    currency: fields.currency,
    customer: fields.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: fields.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: fields.description,
    discounts: [] as string[],
    ended_at: null as number | null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' as const },
    },
    items: {
      object: 'list' as const,
      data: [] as SubscriptionItem[],
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null as string | null,
    livemode: false,
    managed_payments: null,
    metadata: fields.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null as PauseCollection | null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off' as 'off' | 'on_subscription',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null as string | null,
    pending_update: null as PendingUpdate | null,
    schedule: null as string | null,
    start_date: created,
    status: 'incomplete' as SubscriptionStatus,
    test_clock: fields.testClock,
    transfer_data: null,
    trial_end: null as number | null,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: 'create_invoice' as MissingPaymentMethod,
      },
    },
    trial_start: null as number | null,
  };
}
