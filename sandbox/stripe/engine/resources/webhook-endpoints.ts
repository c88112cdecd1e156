import { missingParam, unsupported } from '../errors.ts';
import { API_VERSION, newWebhookEndpoint, secretId } from '../objects/platform.ts';
import { clearable, flag, mergedMetadata, requiredText, text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

export interface EndpointInput {
  url: string;
  secret: string;
  enabledEvents: string[];
}

/**
 * Gives an endpoint another signing secret; the old one goes on signing beside it for a while
 * (https://docs.stripe.com/webhooks#roll-endpoint-secrets: up to 24 hours, as the Dashboard lets one choose).
 */
export function rollSecret(step: Step, endpoint: string, overlapSeconds: number): string {
  step.get('webhook_endpoint', endpoint, 'endpoint');
  const held = step.edit('sandbox.endpoint_secret', secretId(endpoint));
  held.previous = { secret: held.secret, expiresAt: step.now + overlapSeconds };
  held.secret = step.newId('whsec');
  return held.secret;
}

/** An endpoint with a secret of the caller's choice: what the server's options configure. */
export function addEndpoint(step: Step, input: EndpointInput) {
  const endpoint = step.add(
    newWebhookEndpoint(step.newId('we'), step.now, {
      url: input.url,
      enabledEvents: input.enabledEvents,
      description: null,
      metadata: {},
      apiVersion: API_VERSION,
    }),
  );
  step.add({
    id: secretId(endpoint.id),
    object: 'sandbox.endpoint_secret',
    created: step.now,
    secret: input.secret,
  });
  return endpoint;
}

export const webhookEndpointRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    params: ['url', 'enabled_events', 'description', 'metadata', 'api_version'],
    handle: (step, { params }) => {
      const enabledEvents = texts(params, 'enabled_events');
      if (!enabledEvents) throw missingParam('enabled_events');
      const version = text(params, 'api_version');
      if (version !== undefined && version !== API_VERSION) {
        throw unsupported(`endpoints of an API version other than ${API_VERSION}`, 'api_version');
      }
      const secret = step.newId('whsec');
      const endpoint = addEndpoint(step, {
        url: requiredText(params, 'url'),
        secret,
        enabledEvents,
      });
      endpoint.description = text(params, 'description') ?? null;
      endpoint.metadata = mergedMetadata(params);
      return { ...endpoint, secret };
    },
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id',
    params: ['url', 'enabled_events', 'description', 'metadata', 'disabled'],
    handle: (step, { params, id }) => {
      const endpoint = step.edit('webhook_endpoint', id);
      endpoint.url = text(params, 'url') ?? endpoint.url;
      endpoint.enabled_events = texts(params, 'enabled_events') ?? endpoint.enabled_events;
      const description = clearable(params, 'description');
      if (description !== undefined) endpoint.description = description;
      endpoint.metadata = mergedMetadata(params, endpoint.metadata);
      const disabled = flag(params, 'disabled');
      if (disabled !== undefined) endpoint.status = disabled ? 'disabled' : 'enabled';
      return endpoint;
    },
  },
  {
    method: 'DELETE',
    path: '/v1/webhook_endpoints/:id',
    params: [],
    handle: (step, { id }) => {
      step.remove('webhook_endpoint', id);
      return { id, object: 'webhook_endpoint', deleted: true };
    },
  },
  retrieveRoute('webhook_endpoint', '/v1/webhook_endpoints/:id'),
  listRoute('webhook_endpoint', '/v1/webhook_endpoints'),
];
