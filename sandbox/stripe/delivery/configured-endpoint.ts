import type { Engine } from '../engine/engine.ts';
import { addEndpoint } from '../engine/resources/webhook-endpoints.ts';

/** Makes sure of the endpoint that the server's options name: one that gets every event. */
export function configureEndpoint(engine: Engine, webhook: { url: string; secret: string }): void {
  const { store } = engine;
  for (const id of store.order('webhook_endpoint')) {
    const endpoint = store.get('webhook_endpoint', id);
    const secret = store.get('sandbox.endpoint_secret', `secret_${id}`)?.secret;
    if (endpoint?.url === webhook.url && secret === webhook.secret) return;
    // One configured endpoint at a time: an earlier start may have had another port.
    if (endpoint?.metadata['sandbox'] === 'configured') {
      engine.transact((step) => step.remove('webhook_endpoint', id));
    }
  }
  engine.transact((step) => {
    const endpoint = addEndpoint(step, { ...webhook, enabledEvents: ['*'] });
    endpoint.metadata = { sandbox: 'configured' };
  });
}
