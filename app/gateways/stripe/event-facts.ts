import type Stripe from 'stripe';
import type { EventHint } from '../../domain/ports/payments.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { stripeApiVersion } from './client.server.ts';

/** What is kept of an event: which object to look at again. Nothing of its payload. */
export function toEventHint(event: Stripe.Event, isLive: boolean): EventHint {
  const object: unknown = event.data.object;
  const { kind, id } = aboutObject(object);
  return {
    eventId: event.id,
    type: event.type,
    apiVersion: event.api_version,
    isOurVersion: event.api_version === stripeApiVersion,
    isOurMode: event.livemode === isLive,
    account: event.account ?? null,
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
