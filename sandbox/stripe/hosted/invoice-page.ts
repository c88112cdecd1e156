import { collectInvoice } from '../engine/flows/collection.ts';
import { tellInvoice } from '../engine/flows/after-payment.ts';
import { intentOfInvoice } from '../engine/flows/invoices.ts';
import { authenticatePaymentIntent } from '../engine/flows/payment-intents.ts';
import { attachPaymentMethod, createPaymentMethod } from '../engine/flows/payment-methods.ts';
import type { MethodInput } from '../engine/flows/payment-methods.ts';
import type { Engine } from '../engine/engine.ts';
import type { Invoice } from '../engine/objects/invoice.ts';
import type { Step } from '../engine/step.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { page, seeOther } from '../http/exchange.ts';
import { decodeForm } from '../http/form.ts';
import { bankPage, wordsFor } from './checkout-page.ts';
import { paymentForm, prefilled } from './form-view.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { documentOf, notice } from './layout.ts';
import type { FormErrors, FormValues } from './payment-form.ts';
import { parseForm, readForm } from './payment-form.ts';
import type { Speech } from './words.ts';
import { isWord, speechFor } from './words.ts';

interface View {
  engine: Engine;
  invoice: Invoice;
  speech: Speech;
  exchange: Exchange;
}

/** `/i/<invoice>`: an open invoice can be paid with a card. */
export function answerInvoice(
  engine: Engine,
  exchange: Exchange,
  id: string,
  action: string,
): Reply {
  const speech = speechFor(null, exchange.headers['accept-language']);
  const invoice = engine.store.get('invoice', id);
  if (!invoice || invoice.status === 'draft') {
    return page(
      404,
      notice(speech, { title: speech.say('notFoundTitle'), text: speech.say('notFoundText') }),
    );
  }
  const view = { engine, invoice, speech, exchange };
  if (invoice.status !== 'open') return closed(view);
  if (action === 'authenticate') return authenticate(view);
  if (exchange.method === 'POST') return submit(view);
  const query = new URLSearchParams(exchange.query);
  const code = query.get('problem');
  const problem = code === null ? null : speech.say(isWord(code) ? code : 'declined');
  return form(view, prefilled(query, ''), {}, problem, 200);
}

function submit(view: View): Reply {
  const { engine, invoice, exchange } = view;
  const values = readForm(decodeForm(exchange.body));
  const parsed = parseForm(values, engine.now(), false);
  if (!parsed.ok) return form(view, values, parsed.errors, null, 422);
  const attempt = engine.transact((step) => payInvoice(step, invoice, parsed.method, parsed.name));
  if (attempt === 'requires_action') return seeOther(`/i/${invoice.id}/authenticate`);
  if (attempt !== 'declined') return seeOther(`/i/${invoice.id}`);
  return form(view, values, {}, declinedWords(view), 402);
}

function payInvoice(step: Step, invoice: Invoice, method: MethodInput, name: string) {
  const { id } = createPaymentMethod(step, method, {
    address: null,
    email: invoice.customer_email,
    name,
    phone: null,
    tax_id: null,
  });
  attachPaymentMethod(step, id, invoice.customer);
  return collectInvoice(step, invoice.id, {
    paymentMethod: id,
    offSession: false,
    scheduled: false,
  });
}

function authenticate(view: View): Reply {
  const { engine, invoice, speech, exchange } = view;
  if (exchange.method !== 'POST') return page(200, bankPage(speech));
  const passed = decodeForm(exchange.body)['result'] === 'complete';
  const attempt = engine.transact((step) => {
    const intent = intentOfInvoice(step, invoice.id) ?? '';
    const result = authenticatePaymentIntent(step, intent, passed);
    tellInvoice(step, intent, result);
    return result;
  });
  return seeOther(
    `/i/${invoice.id}${attempt === 'declined' ? '?problem=authentication_failure' : ''}`,
  );
}

function declinedWords({ engine, invoice, speech }: View): string {
  return engine.transact((step) => {
    const intent = step.get('payment_intent', intentOfInvoice(step, invoice.id) ?? '');
    return wordsFor(speech, {
      kind: 'declined',
      code: 'card_declined',
      declineCode: intent.last_payment_error?.decline_code ?? null,
      message: '',
    });
  });
}

function form(
  view: View,
  values: FormValues,
  errors: FormErrors,
  problem: string | null,
  status: number,
): Reply {
  const { engine, invoice, speech } = view;
  const business = engine.settings.account.name;
  const amount = speech.money(invoice.amount_remaining, invoice.currency);
  const body = html`<div class="columns">
    ${summary(view)}
    <main class="form">
      <div class="inner">
        ${paymentForm({ speech, values, errors, problem, fixedEmail: undefined, methods: ['card'], business, button: speech.say('pay', { amount }), note: null })}
      </div>
    </main>
  </div>`;
  return page(status, documentOf(speech, titleOf(view), body));
}

function closed(view: View): Reply {
  const { invoice, speech } = view;
  const text = speech.say(invoice.status === 'paid' ? 'invoicePaid' : 'invoiceClosed');
  const paidAt = invoice.status_transitions.paid_at;
  const body = html`<div class="columns">
    ${summary(view)}
    <main class="form">
      <div class="inner">
        <p>${text}</p>
        ${paidAt !== null && html`<p>${speech.say('paidOn', { date: speech.date(paidAt) })}</p>`}
      </div>
    </main>
  </div>`;
  return page(200, documentOf(speech, titleOf(view), body));
}

function titleOf({ invoice, speech }: View): string {
  return speech.say('invoice', { number: invoice.number ?? '' });
}

function summary(view: View): Html {
  const { engine, invoice, speech } = view;
  return html`<section class="summary" aria-labelledby="heading">
    <div class="inner">
      <div class="top">
        <strong>${engine.settings.account.name}</strong
        ><span class="badge">${speech.say('testMode')}</span>
      </div>
      <h1 class="what" id="heading">${titleOf(view)}</h1>
      <p class="sum">${speech.money(invoice.total, invoice.currency)}</p>
      <p>
        ${speech.say('invoiceTo')}: ${invoice.customer_name ?? ''} ${invoice.customer_email ?? ''}
      </p>
      <ul class="lines">
        ${invoice.lines.data.map((line) => html`<li><span>${line.description}</span><span>${speech.money(line.amount, line.currency)}</span></li>`)}
      </ul>
      <p class="total">
        <span>${speech.say('amountDue')}</span
        ><span>${speech.money(invoice.amount_remaining, invoice.currency)}</span>
      </p>
    </div>
  </section>`;
}
