import type { Engine } from '../engine/engine.ts';
import { addEndpoint } from '../engine/resources/webhook-endpoints.ts';

export interface ConfiguredWebhook {
  /** The address by which the product knows its endpoint. */
  readonly url: string;
  /** The same endpoint, as it is reached from here; the same address by default. */
  readonly reachedAt?: string;
  readonly secret: string;
}

/** Makes sure of the endpoint that the server's options name: one that gets every event. */
export function configureEndpoint(engine: Engine, { url, secret: given }: ConfiguredWebhook): void {
  const { store } = engine;
  for (const id of store.order('webhook_endpoint')) {
    const endpoint = store.get('webhook_endpoint', id);
    const secret = store.get('sandbox.endpoint_secret', `secret_${id}`)?.secret;
    if (endpoint?.url === url && secret === given) return;
    // One configured endpoint at a time: an earlier start may have had another port.
    if (endpoint?.metadata['sandbox'] === 'configured') {
      engine.transact((step) => step.remove('webhook_endpoint', id));
    }
  }
  engine.transact((step) => {
    const endpoint = addEndpoint(step, { url, secret: given, enabledEvents: ['*'] });
    endpoint.metadata = { sandbox: 'configured' };
  });
}
