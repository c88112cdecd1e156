import Stripe from 'stripe';
import type { EventHint } from '../../domain/ports/payments.ts';
import { toEventHint } from './event-facts.ts';

/** Null: the signature is not right (or too old). @throws never for bad input. */
export type WebhookVerifier = (rawBody: string, signature: string) => EventHint | null;

/**
 * Several secrets are tried, so that one can be rolled without losing an event.
 * @param isLive whether our key is of live mode: events of the other mode are not ours
 */
export function createWebhookVerifier(
  secrets: readonly string[],
  isLive: boolean,
): WebhookVerifier {
  return (rawBody, signature) => {
    for (const secret of secrets) {
      const event = verify(rawBody, signature, secret);
      if (event) return toEventHint(event, isLive);
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
