import type { Html } from '../hosted/html.ts';
import { html } from '../hosted/html.ts';
import type { Controls } from './controls.ts';
import { choiceField, lever, newest, numberField, rows, section, settings } from './parts.ts';
import type { Row } from './parts.ts';

const ON_OFF = [
  ['false', 'off'],
  ['true', 'on'],
] as const;

/** Spoils deliveries, and shows how they are spoilt now. */
export function deliverySection({ faults }: Controls): Html {
  const state = faults.state();
  return section(
    'delivery',
    'Webhook delivery',
    html`<p class="${state.paused ? 'warn' : 'note'}">
        ${state.paused ? 'Paused: events wait here.' : 'Running.'}
        ${state.dropNext > 0 && html` The next ${state.dropNext} attempts get lost.`}
        ${state.duplicateNext > 0 && html` The next ${state.duplicateNext} events are sent twice.`}
        ${
          state.otherVersionNext > 0 &&
          html` The next ${state.otherVersionNext} attempts claim another API version.`
        }
      </p>
      <div class="levers">
        ${lever(state.paused ? 'resume-delivery' : 'pause-delivery', state.paused ? 'Resume' : 'Pause')}
        ${lever('retry-deliveries', 'Send what waits now')}
        ${lever('drop-next', 'Lose the next attempt', { count: '1' })}
        ${lever('duplicate-next', 'Send the next event twice', { count: '1' })}
        ${lever('misversion-next', 'Next event in another version', { count: '1' })}
      </div>
      ${settings('delivery-troubles', 'Set', [
        numberField('drop_percent', 'Lost, % of attempts', state.dropPercent, 100),
        numberField('duplicate_percent', 'Sent twice, % of events', state.duplicatePercent, 100),
        numberField('delay_min_ms', 'Delayed at least, ms', state.delayMinMs, 600_000),
        numberField('delay_max_ms', 'Delayed at most, ms', state.delayMaxMs, 600_000),
        choiceField('reorder', 'Random order', String(state.reorder), ON_OFF),
        numberField('seed', 'Seed of chance', '', 4_294_967_295),
      ])}`,
  );
}

/** Spoils the API, and shows how it is spoilt now. */
export function apiSection({ apiFaults }: Controls): Html {
  const state = apiFaults.state();
  return section(
    'api',
    'The API',
    html`<p class="${state.outage ? 'warn' : 'note'}">
        ${state.outage ? 'Down: connections are closed without an answer.' : 'Up.'}
      </p>
      <div class="levers">
        ${lever('api-troubles', state.outage ? 'Bring it back' : 'Take it down', { outage: String(!state.outage) })}
        ${lever('api-troubles', 'Lose the answer to the next change', { error_after_next: '1' })}
        ${lever('no-troubles', 'End all troubles')}
      </div>
      ${settings('api-troubles', 'Set', [
        numberField('slow_ms', 'Slower by, ms', state.slowMs, 600_000),
        numberField('rate_limit_percent', '429, % of requests', state.rateLimitPercent, 100),
        numberField(
          'error_before_percent',
          '500 before the effect, %',
          state.errorBeforePercent,
          100,
        ),
        numberField('error_after_percent', '500 after the effect, %', state.errorAfterPercent, 100),
        numberField('error_after_next', '500 after the next N changes', state.errorAfterNext, 1000),
        numberField('seed', 'Seed of chance', '', 4_294_967_295),
      ])}`,
  );
}

export function endpointSection(controls: Controls): Html {
  const { store } = controls.engine;
  const found = newest(controls, 'webhook_endpoint', (endpoint): Row => {
    const previous = store.get('sandbox.endpoint_secret', `secret_${endpoint.id}`)?.previous;
    const isRolling = previous && previous.expiresAt > controls.engine.now();
    return {
      what: `${endpoint.url} · ${endpoint.status}`,
      small: `${endpoint.id} · ${endpoint.enabled_events.join(', ')}${isRolling ? ' · signs with two secrets' : ''}`,
      levers: [
        lever('roll-secret', 'Roll secret', { endpoint: endpoint.id, hours: '24' }, endpoint.url),
      ],
    };
  });
  return section('endpoints', 'Webhook endpoints', rows(found, 'None: events go nowhere.'));
}

export function eventSection(controls: Controls): Html {
  const { store } = controls.engine;
  const found = newest(controls, 'event', (event): Row => {
    const attempts = store
      .idsBy('sandbox.delivery', 'event', event.id)
      .flatMap((id) => store.get('sandbox.delivery', id)?.attempts ?? [])
      .map((attempt) => attempt.status ?? attempt.error ?? 'no answer');
    const waits = event.pending_webhooks > 0 ? `${event.pending_webhooks} waiting` : 'delivered';
    return {
      what: event.type,
      small: `${event.id} · ${waits}${attempts.length > 0 ? ` · answers: ${attempts.join(', ')}` : ''}`,
      levers: [lever('redeliver', 'Send again', { event: event.id }, event.type)],
    };
  });
  return section(
    'events',
    'Events',
    html`${rows(found, 'None yet.')}
    ${settings('redeliver', 'Send again', [html`<label>Event id<input name="event" required placeholder="evt_…" /></label>`])}`,
  );
}
