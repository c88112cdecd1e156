import type { Metadata } from '../params.ts';

export const API_VERSION = '2026-10-28.endive';

export interface StripeEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export type WebhookEndpoint = ReturnType<typeof newWebhookEndpoint>;

export function newWebhookEndpoint(
  id: string,
  created: number,
  fields: {
    url: string;
    enabledEvents: string[];
    description: string | null;
    metadata: Metadata;
    apiVersion: string | null;
  },
) {
  return {
    id,
    object: 'webhook_endpoint' as const,
    api_version: fields.apiVersion,
    application: null,
    created,
    description: fields.description,
    enabled_events: fields.enabledEvents,
    livemode: false,
    metadata: fields.metadata,
    status: 'enabled' as 'disabled' | 'enabled',
    url: fields.url,
  };
}

/** An endpoint's signing secrets; Stripe shows one only in the answer that creates the endpoint. */
export interface EndpointSecret {
  id: string;
  object: 'sandbox.endpoint_secret';
  created: number;
  secret: string;
}

export function secretId(endpoint: string): string {
  return `secret_${endpoint}`;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  id: string;
  object: 'sandbox.delivery';
  created: number;
  event: string;
  endpoint: string;
  status: 'delivered' | 'failed' | 'pending';
  attempts: { at: string; status: number | null; error: string | null }[];
  /** Real time in milliseconds, because retries follow the wall clock. */
  nextAttemptAt: number;
}

/**
 * Something the sandbox will do to an object at a later moment: settle a bank debit, post a
 * balance transaction, open or decide a dispute.
 */
export interface FollowUp {
  id: string;
  object: 'sandbox.follow_up';
  created: number;
  at: number;
  kind: 'decide_dispute' | 'open_dispute' | 'post_balance' | 'settle_debit';
  target: string;
  outcome: string;
}

export type PortalSession = ReturnType<typeof newPortalSession>;

export function newPortalSession(
  id: string,
  created: number,
  fields: {
    customer: string;
    configuration: string;
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
    flow: null,
    livemode: false,
    locale: fields.locale,
    on_behalf_of: null,
    return_url: fields.returnUrl,
    url: fields.url,
  };
}
