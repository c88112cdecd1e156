import { periodEnd, planCancellation } from '../engine/flows/subscriptions.ts';
import type { Engine } from '../engine/engine.ts';
import type { Charge } from '../engine/objects/charge.ts';
import type { Subscription } from '../engine/objects/subscription.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { page, seeOther } from '../http/exchange.ts';
import { decodeForm } from '../http/form.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { documentOf, notice } from './layout.ts';
import type { Speech } from './words.ts';
import { speechFor } from './words.ts';

/** `/billing/p/<session>`: a small customer portal. Cancel at the period's end, or take that back. */
export function answerPortal(engine: Engine, exchange: Exchange, id: string): Reply {
  const session = engine.store.get('billing_portal.session', id);
  const speech = speechFor(session?.locale ?? null, exchange.headers['accept-language']);
  if (!session) {
    return page(
      404,
      notice(speech, { title: speech.say('notFoundTitle'), text: speech.say('notFoundText') }),
    );
  }
  const owned = engine.store.idsBy('subscription', 'customer', session.customer);
  if (exchange.method === 'POST') {
    const { subscription, cancel } = decodeForm(exchange.body);
    if (typeof subscription === 'string' && owned.includes(subscription)) {
      setCancellation(engine, subscription, cancel === 'yes');
    }
    return seeOther(`/billing/p/${id}`);
  }
  const live = owned
    .flatMap((entry) => engine.store.get('subscription', entry) ?? [])
    .filter((subscription) => subscription.ended_at === null);
  const invoices = engine.store
    .idsBy('invoice', 'customer', session.customer)
    .flatMap((entry) => engine.store.get('invoice', entry) ?? [])
    .filter((invoice) => invoice.status !== 'draft')
    .reverse();
  const business = engine.settings.account.name;
  const body = html`<main class="single">
    <p><strong>${business}</strong> <span class="badge">${speech.say('testMode')}</span></p>
    <h1>${speech.say('portalTitle')}</h1>
    ${live.length === 0 ? html`<p>${speech.say('portalEmpty')}</p>` : live.map((subscription) => plan(engine, subscription, speech))}
    ${
      invoices.length > 0 &&
      html`<h2>${speech.say('invoiceHistory')}</h2>
        <ul class="lines">
          ${invoices.map(
            (invoice) =>
              html`<li>
                <span
                  >${speech.date(invoice.created)}
                  <a href="/i/${invoice.id}"
                    >${speech.say('invoice', { number: invoice.number ?? '' })}</a
                  ></span
                ><span>${speech.money(invoice.total, invoice.currency)}</span>
              </li>`,
          )}
        </ul>`
    }
    ${session.return_url !== null && html`<p><a href="${session.return_url}">${speech.say('return', { business })}</a></p>`}
  </main>`;
  return page(200, documentOf(speech, speech.say('portalTitle'), body));
}

function plan(engine: Engine, subscription: Subscription, speech: Speech): Html {
  const ends = subscription.cancel_at;
  const date = speech.date(ends ?? periodEnd(subscription));
  const [item] = subscription.items.data;
  const name = item ? engine.store.get('product', item.price.product)?.name : undefined;
  return html`<section>
    <h2>${name ?? subscription.id}</h2>
    <p>
      ${item && speech.money(item.price.unit_amount * item.quantity, subscription.currency)} ·
      ${speech.say(ends === null ? 'renewsOn' : 'endsOn', { date })}
    </p>
    <form method="post">
      <input type="hidden" name="subscription" value="${subscription.id}" /><input
        type="hidden"
        name="cancel"
        value="${ends === null ? 'yes' : 'no'}"
      /><button class="plain" type="submit">
        ${speech.say(ends === null ? 'cancelPlan' : 'keepPlan')}
      </button>
    </form>
  </section>`;
}

/**
 * The portal plans a cancellation by `cancel_at` and leaves `cancel_at_period_end` false, as it
 * does for flexible billing (https://docs.stripe.com/billing/subscriptions/billing-mode).
 */
function setCancellation(engine: Engine, id: string, cancel: boolean): void {
  engine.transact((step) => {
    const subscription = step.edit('subscription', id);
    planCancellation(step, subscription, cancel ? periodEnd(subscription) : null);
    step.emit('customer.subscription.updated', subscription);
  });
}

/** `/receipts/<charge>`: what `receipt_url` leads to. */
export function answerReceipt(engine: Engine, exchange: Exchange, id: string): Reply {
  const charge: Charge | undefined = engine.store.get('charge', id);
  const speech = speechFor(null, exchange.headers['accept-language']);
  if (!charge || charge.status !== 'succeeded') {
    return page(
      404,
      notice(speech, { title: speech.say('notFoundTitle'), text: speech.say('notFoundText') }),
    );
  }
  const details = charge.payment_method_details;
  const method = details.card
    ? `${details.card.brand} •••• ${details.card.last4}`
    : `SEPA •••• ${details.sepa_debit?.last4 ?? ''}`;
  const rows: [string, string][] = [
    [speech.say('receiptPaid'), speech.money(charge.amount, charge.currency)],
    [speech.say('receiptDate'), speech.date(charge.created)],
    [speech.say('receiptMethod'), method],
  ];
  if (charge.amount_refunded > 0) {
    rows.push([
      speech.say('receiptRefunded'),
      speech.money(charge.amount_refunded, charge.currency),
    ]);
  }
  const title = speech.say('receipt', { business: engine.settings.account.name });
  const body = html`<main class="single">
    <p><span class="badge">${speech.say('testMode')}</span></p>
    <h1>${title}</h1>
    <ul class="lines">
      ${rows.map(([name, value]) => html`<li><span>${name}</span><span>${value}</span></li>`)}
    </ul>
  </main>`;
  return page(200, documentOf(speech, title, body));
}
