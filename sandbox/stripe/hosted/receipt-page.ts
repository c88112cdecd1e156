import type { Engine } from '../engine/engine.ts';
import type { Charge } from '../engine/objects/charge.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { page } from '../http/exchange.ts';
import { html } from './html.ts';
import { documentOf, notice } from './layout.ts';
import { speechFor } from './words.ts';

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
