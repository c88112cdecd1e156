import { invalidRequest } from '../errors.ts';
import { createdOf } from '../objects/tables.ts';
import { text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

function matchesType(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

const MOST_TYPES = 20;

const listEvents = listRoute('event', '/v1/events', {
  where: {
    type: (event, value) => matchesType(value, event.type),
    types: (event, _value, params) =>
      (texts(params, 'types') ?? []).some((type) => matchesType(type, event.type)),
    delivery_success: (event, value) => (value === 'true') === (event.pending_webhooks === 0),
  },
});

/** Events of the last 30 days (https://docs.stripe.com/api/events/list). */
export const eventRoutes: Route[] = [
  retrieveRoute('event', '/v1/events/:id'),
  {
    ...listEvents,
    handle: (step, call) => {
      const { params } = call;
      const types = texts(params, 'types') ?? [];
      if (types.length > MOST_TYPES)
        throw invalidRequest(`You may pass up to ${MOST_TYPES} types.`, 'types');
      if (types.length > 0 && text(params, 'type') !== undefined)
        throw invalidRequest('You may pass either type or types, but not both.', 'types');
      const oldest = step.now - step.settings.eventRetentionSeconds;
      return listEvents.handle(step, {
        ...call,
        page: (kind, listing) =>
          call.page(kind, {
            ...listing,
            where: (event) => createdOf(event) >= oldest && (listing.where?.(event) ?? true),
          }),
      });
    },
  },
];
