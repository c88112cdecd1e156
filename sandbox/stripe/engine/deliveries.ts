import type { IdGenerator } from './ids.ts';
import type { ObjectStore } from './object-store.ts';
import type { Delivery, StripeEvent } from './objects/platform.ts';

/** One delivery for each enabled endpoint that wants the event; counts them on the event. */
export function deliveriesOf(event: StripeEvent, store: ObjectStore, ids: IdGenerator): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const id of store.order('webhook_endpoint')) {
    const endpoint = store.get('webhook_endpoint', id);
    if (!endpoint || endpoint.status === 'disabled') continue;
    if (!endpoint.enabled_events.some((type) => type === '*' || type === event.type)) continue;
    deliveries.push({
      id: ids.next('delivery'),
      object: 'sandbox.delivery',
      created: event.created,
      event: event.id,
      endpoint: id,
      status: 'pending',
      attempts: [],
      nextAttemptAt: 0,
    });
  }
  event.pending_webhooks = deliveries.length;
  return deliveries;
}
