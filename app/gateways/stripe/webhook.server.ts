import Stripe from 'stripe';
import { fromUnix } from '../../kernel/dates.ts';
import { stripeApiVersion } from './client.server.ts';

/** What is kept of an event: which object to look at again. */
export interface StripeEventHint {
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string | null;
  readonly isOurVersion: boolean;
  readonly createdAt: Date;
  readonly objectKind: string | null;
  readonly objectId: string | null;
}

/** Null: the signature is not right (or too old). @throws never for bad input. */
export type WebhookVerifier = (rawBody: string, signature: string) => StripeEventHint | null;

/** Several secrets are tried, so that one can be rolled without losing an event. */
export function createWebhookVerifier(secrets: readonly string[]): WebhookVerifier {
  return (rawBody, signature) => {
    for (const secret of secrets) {
      const event = verify(rawBody, signature, secret);
      if (event) return toHint(event);
    }
    return null;
  };
}

/** Null for whatever the SDK will not take: a wrong or stale signature, an empty one, a body that is not JSON. */
function verify(rawBody: string, signature: string, secret: string): Stripe.Event | null {
  try {
    return Stripe.webhooks.constructEvent(rawBody, signature, secret);
  } catch {
    return null;
  }
}

function toHint(event: Stripe.Event): StripeEventHint {
  const object: unknown = event.data.object;
  const { kind, id } = aboutObject(object);
  return {
    id: event.id,
    type: event.type,
    apiVersion: event.api_version,
    isOurVersion: event.api_version === stripeApiVersion,
    createdAt: fromUnix(event.created),
    objectKind: kind,
    objectId: id,
  };
}

/** Refunds and disputes are looked at through their charge, which is read whole. */
function aboutObject(object: unknown): { kind: string | null; id: string | null } {
  if (typeof object !== 'object' || object === null) return { kind: null, id: null };
  const kind = 'object' in object && typeof object.object === 'string' ? object.object : null;
  const id = 'id' in object && typeof object.id === 'string' ? object.id : null;
  if ((kind === 'refund' || kind === 'dispute') && 'charge' in object) {
    const { charge } = object;
    if (typeof charge === 'string') return { kind: 'charge', id: charge };
    if (
      typeof charge === 'object' &&
      charge !== null &&
      'id' in charge &&
      typeof charge.id === 'string'
    ) {
      return { kind: 'charge', id: charge.id };
    }
  }
  return { kind, id };
}
