import type { Kind, Stored, Tables } from '../engine/objects/tables.ts';
import type { Html } from '../hosted/html.ts';
import { html } from '../hosted/html.ts';
import { documentOf } from '../hosted/layout.ts';
import { speechFor } from '../hosted/words.ts';
import type { Controls } from './controls.ts';

const SHOWN = 25;

/** The developer's view: what the account holds, what was sent, and the levers. */
export function controlPage(controls: Controls): string {
  const { engine, faults } = controls;
  const now = new Date(engine.now() * 1000).toISOString();
  const { paused } = faults.state();
  const body = html`<main class="wide">
    <p><span class="badge">Sandbox</span></p>
    <h1>Sandbox Stripe</h1>
    <p>Its clock says <strong>${now}</strong>.</p>
    <div class="tools">
      ${lever('advance', 'Advance a day', { seconds: '86400' })}${lever('advance', 'Advance a month', { seconds: String(31 * 86_400) })}
      ${lever(paused ? 'resume-delivery' : 'pause-delivery', paused ? 'Resume delivery' : 'Pause delivery')}
      ${lever('drop-next', 'Drop the next delivery', { count: '1' })}${lever('duplicate-next', 'Send the next event twice', { count: '1' })}
      ${lever('retry-deliveries', 'Retry deliveries now')}
    </div>
    ${disputes(controls)}
    ${table(controls, 'checkout.session', 'Checkout sessions', (session) => [session.mode, session.status, session.payment_status, amount(session.amount_total, session.currency)])}
    ${table(
      controls,
      'charge',
      'Charges',
      (charge) => [
        charge.status,
        amount(charge.amount, charge.currency),
        charge.billing_details.email ?? '',
      ],
      (charge) =>
        charge.status === 'succeeded' &&
        !charge.disputed &&
        lever('open-dispute', 'Dispute', { charge: charge.id }),
    )}
    ${table(
      controls,
      'subscription',
      'Subscriptions',
      (subscription) => [
        subscription.status,
        subscription.customer,
        subscription.cancel_at === null ? '' : 'ends',
      ],
      (subscription) =>
        subscription.ended_at === null &&
        lever('replace-card', 'Card fails from now on', {
          customer: subscription.customer,
          number: '4000000000000341',
        }),
    )}
    ${table(
      controls,
      'event',
      'Events',
      (event) => [
        event.type,
        event.pending_webhooks === 0 ? 'delivered' : `${event.pending_webhooks} pending`,
      ],
      (event) => lever('redeliver', 'Send again', { event: event.id }),
    )}
    ${table(controls, 'sandbox.delivery', 'Deliveries', (delivery) => [delivery.status, delivery.event, delivery.attempts.map((attempt) => attempt.status ?? attempt.error ?? '').join(', ')])}
  </main>`;
  return documentOf(speechFor('en', undefined), 'Sandbox Stripe', body);
}

function disputes(controls: Controls): Html {
  return table(
    controls,
    'dispute',
    'Disputes',
    (dispute) => [dispute.status, amount(dispute.amount, dispute.currency), dispute.charge],
    (dispute) =>
      dispute.status !== 'won' &&
      dispute.status !== 'lost' &&
      html`${lever('close-dispute', 'Win', { dispute: dispute.id, result: 'won' })}${lever('close-dispute', 'Lose', { dispute: dispute.id, result: 'lost' })}`,
  );
}

function table<K extends Kind>(
  controls: Controls,
  kind: K,
  title: string,
  cells: (object: Tables[K]) => string[],
  actions: (object: Tables[K]) => Html | false = () => false,
): Html {
  const { store } = controls.engine;
  const recent: Tables[K][] = [];
  const order = store.order(kind);
  for (let index = order.length - 1; index >= 0 && recent.length < SHOWN; index -= 1) {
    const object = store.get(kind, order[index] ?? '');
    if (object) recent.push(object);
  }
  if (recent.length === 0)
    return html`<h2>${title}</h2>
      <p class="note">None yet.</p>`;
  return html`<h2>${title}</h2>
    <table>
      <tbody>
        ${recent.map((object) => row(object, cells(object), actions(object)))}
      </tbody>
    </table>`;
}

function row(object: Stored, cells: string[], actions: Html | false): Html {
  const created = new Date(object.created * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return html`<tr>
    <td>${created}</td>
    <td>${object.id}</td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
    <td>${actions}</td>
  </tr>`;
}

function lever(name: string, label: string, values: Record<string, string> = {}): Html {
  const fields = Object.entries(values).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`,
  );
  return html`<form method="post" action="/_sandbox/${name}">
    ${fields}<button class="plain" type="submit">${label}</button>
  </form>`;
}

function amount(minor: number | null, currency: string | null): string {
  return minor === null || currency === null
    ? ''
    : speechFor('en', undefined).money(minor, currency);
}
