import type { Html } from '../hosted/html.ts';
import { html } from '../hosted/html.ts';
import { documentOf } from '../hosted/layout.ts';
import { speechFor } from '../hosted/words.ts';
import type { UnknownRequest } from '../http/api.ts';
import type { Controls, DueThing } from './controls.ts';
import {
  chargeSection,
  disputeSection,
  payoutSection,
  pendingSection,
  refundSection,
} from './money-sections.ts';
import type { Row } from './parts.ts';
import { amount, lever, moment, newest, numberField, rows, section, settings } from './parts.ts';
import { apiSection, deliverySection, endpointSection, eventSection } from './trouble-sections.ts';

const HOUR = 3600;
const SPANS: [label: string, seconds: number][] = [
  ['An hour', HOUR],
  ['A day', 24 * HOUR],
  ['A week', 7 * 24 * HOUR],
  ['A month', 31 * 24 * HOUR],
];
const DUE_SHOWN = 8;

const SECTIONS: [id: string, title: string][] = [
  ['clock', 'Clock'],
  ['delivery', 'Delivery'],
  ['api', 'API'],
  ['pending', 'Under way'],
  ['charges', 'Charges'],
  ['refunds', 'Refunds'],
  ['disputes', 'Disputes'],
  ['payouts', 'Payouts'],
  ['subscriptions', 'Subscriptions'],
  ['events', 'Events'],
  ['endpoints', 'Endpoints'],
];

/** The developer's view: what the account holds, what was sent, and the levers. */
export function controlPage(controls: Controls, unknown: readonly UnknownRequest[]): string {
  const body = html`<main>
    <p><span class="badge">Sandbox</span></p>
    <h1>${controls.engine.settings.account.name}: sandbox Stripe</h1>
    <p>
      Its clock says <span class="clock">${moment(controls.engine.now())} UTC</span>. No real money
      moves.
    </p>
    ${unknown.length > 0 && html`<p class="warn">${unknown.length} requests met no route, the last: ${unknown.at(-1)?.method ?? ''} ${unknown.at(-1)?.path ?? ''}</p>`}
    <nav aria-label="Sections">
      <ul>
        ${SECTIONS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
    <div class="grid">
      ${clockSection(controls)}${deliverySection(controls)}${apiSection(controls)}
      ${pendingSection(controls)}${chargeSection(controls)}${refundSection(controls)}
      ${disputeSection(controls)}${payoutSection(controls)}${subscriptionSection(controls)}
      ${checkoutSection(controls)}${eventSection(controls)}${endpointSection(controls)}
    </div>
  </main>`;
  return documentOf(speechFor('en', undefined), 'Sandbox Stripe', body, '/_sandbox/control.css');
}

function clockSection(controls: Controls): Html {
  const due = controls.upcoming(DUE_SHOWN).map((thing): Row => ({
    what: wordsFor(thing),
    small: `${thing.object.id} · ${moment(thing.at)} UTC`,
  }));
  return section(
    'clock',
    'Move the clock on',
    html`<div class="levers">
        ${SPANS.map(([label, seconds]) => lever('advance', label, { seconds: String(seconds) }))}
      </div>
      ${settings('advance', 'Move on', [numberField('seconds', 'Seconds', 60, 400 * 24 * HOUR)])}
      <p class="note">What happens on the way happens in its order. Next:</p>
      ${rows(due, 'Nothing is due.')}`,
  );
}

const FOLLOW_UPS: Record<string, string> = {
  decide_dispute: 'the bank decides a dispute',
  open_dispute: 'a charge is disputed',
  pay_out: 'a payout leaves',
  post_balance: 'a charge reaches the balance',
  reconcile_payout: 'a payout can be reconciled',
  settle_debit: 'a bank debit ends',
  settle_refund: 'a refund ends',
};

function wordsFor({ object }: DueThing): string {
  if (object.object === 'sandbox.follow_up') return FOLLOW_UPS[object.kind] ?? object.kind;
  const status = 'status' in object ? ` (${object.status})` : '';
  return `${object.object.replaceAll('_', ' ')}${status}`;
}

function subscriptionSection(controls: Controls): Html {
  const found = newest(controls, 'subscription', (subscription): Row => {
    const ends = subscription.cancel_at;
    const values = { customer: subscription.customer, number: '4000000000000341' };
    return {
      what: `${subscription.status}${ends === null ? '' : `, ends ${moment(ends)}`}`,
      small: `${subscription.id} · ${subscription.customer}`,
      levers: [
        subscription.ended_at === null &&
          lever('replace-card', 'Card fails from now on', values, subscription.id),
      ],
    };
  });
  return section('subscriptions', 'Subscriptions', rows(found, 'None yet.'));
}

function checkoutSection(controls: Controls): Html {
  const found = newest(controls, 'checkout.session', (session): Row => ({
    what: `${amount(session.amount_total, session.currency)} ${session.mode} · ${session.status}, ${session.payment_status}`,
    small: `${session.id.slice(0, 24)}… · ${moment(session.created)}`,
  }));
  return section('checkouts', 'Checkout sessions', rows(found, 'None yet.'));
}
