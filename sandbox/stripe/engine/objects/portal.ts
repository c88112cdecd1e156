import type { Metadata } from '../params.ts';

/** Why customers say that they cancel (https://docs.stripe.com/api/customer_portal/configurations/object). */
export const CANCELLATION_REASONS = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const;

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

export type ProrationBehavior = 'always_invoice' | 'create_prorations' | 'none';

/** The prices of one product that customers may change to. */
export interface PortalProduct {
  adjustable_quantity: { enabled: boolean; maximum: number | null; minimum: number };
  prices: string[];
  product: string;
}

export interface PortalFeatures {
  customer_update: { allowed_updates: string[]; enabled: boolean };
  invoice_history: { enabled: boolean };
  payment_method_update: { enabled: boolean; payment_method_configuration: string | null };
  subscription_cancel: {
    cancellation_reason: {
      enabled: boolean;
      feedback_options: string[] | null;
      options: CancellationReason[];
    };
    enabled: boolean;
    mode: 'at_period_end' | 'immediately';
    proration_behavior: ProrationBehavior;
  };
  subscription_pause: {
    duration: { interval_options: never[]; type: 'indefinite' };
    enabled: boolean;
  };
  subscription_update: {
    billing_cycle_anchor: 'now' | 'unchanged' | null;
    default_allowed_updates: ('price' | 'promotion_code' | 'quantity')[];
    enabled: boolean;
    /** Absent: any price will do. */
    products?: PortalProduct[];
    proration_behavior: ProrationBehavior;
    schedule_at_period_end: { conditions: { type: string }[] };
    trial_update_behavior: 'continue_trial' | 'end_trial';
  };
}

/** Every feature off, with Stripe's defaults for the rest. */
export function plainFeatures(): PortalFeatures {
  return {
    customer_update: { allowed_updates: [], enabled: false },
    invoice_history: { enabled: false },
    payment_method_update: { enabled: false, payment_method_configuration: null },
    subscription_cancel: {
      cancellation_reason: { enabled: false, feedback_options: null, options: [] },
      enabled: false,
      mode: 'at_period_end',
      proration_behavior: 'none',
    },
    subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
    subscription_update: {
      billing_cycle_anchor: null,
      default_allowed_updates: [],
      enabled: false,
      proration_behavior: 'none',
      schedule_at_period_end: { conditions: [] },
      trial_update_behavior: 'end_trial',
    },
  };
}

export type PortalConfiguration = ReturnType<typeof newPortalConfiguration>;

export function newPortalConfiguration(
  id: string,
  created: number,
  fields: { features: PortalFeatures; isDefault: boolean },
) {
  return {
    id,
    object: 'billing_portal.configuration' as const,
    active: true,
    application: null,
    business_profile: {
      headline: null as string | null,
      privacy_policy_url: null as string | null,
      terms_of_service_url: null as string | null,
    },
    created,
    default_return_url: null as string | null,
    features: fields.features,
    is_default: fields.isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {} as Metadata,
    name: null as string | null,
    updated: created,
  };
}

/** One task that a link leads to, instead of the whole portal (https://docs.stripe.com/customer-management/portal-deep-links). */
export interface PortalFlow {
  after_completion: {
    hosted_confirmation: { custom_message: string | null } | null;
    redirect: { return_url: string } | null;
    type: 'hosted_confirmation' | 'portal_homepage' | 'redirect';
  };
  customer_update: null;
  subscription_cancel: { retention: null; subscription: string } | null;
  subscription_pause: null;
  subscription_update: null;
  subscription_update_confirm: {
    discounts: null;
    items: { id: string; price: string | null; quantity?: number }[];
    subscription: string;
  } | null;
  type: 'payment_method_update' | 'subscription_cancel' | 'subscription_update_confirm';
}

export type PortalSession = ReturnType<typeof newPortalSession>;

export function newPortalSession(
  id: string,
  created: number,
  fields: {
    customer: string;
    configuration: string;
    flow: PortalFlow | null;
    locale: string | null;
    returnUrl: string | null;
    url: string;
  },
) {
  return {
    id,
    object: 'billing_portal.session' as const,
    configuration: fields.configuration,
    created,
    customer: fields.customer,
    customer_account: null,
    flow: fields.flow,
    livemode: false,
    locale: fields.locale,
    on_behalf_of: null,
    return_url: fields.returnUrl,
    url: fields.url,
  };
}
