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
  /** The one before, while it is being rolled; absent in records of older sandboxes. */
  previous?: { secret: string; expiresAt: number } | null;
}

/** The secrets that sign at a moment, newest first: two while one is rolled (https://docs.stripe.com/webhooks#roll-endpoint-secrets). */
export function validSecrets({ secret, previous }: EndpointSecret, now: number): string[] {
  return previous && previous.expiresAt > now ? [secret, previous.secret] : [secret];
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
 * balance transaction, open or decide a dispute, pay out. The target is an object, or a currency.
 */
export interface FollowUp {
  id: string;
  object: 'sandbox.follow_up';
  created: number;
  at: number;
  kind:
    | 'advance_clock'
    | 'announce_renewal'
    | 'announce_trial_end'
    | 'decide_dispute'
    | 'open_dispute'
    | 'pay_out'
    | 'post_balance'
    | 'reconcile_payout'
    | 'settle_debit'
    | 'settle_refund';
  target: string;
  outcome: string;
  /** The test clock by whose time it falls due, if not the account's. */
  clock?: string | null;
}
