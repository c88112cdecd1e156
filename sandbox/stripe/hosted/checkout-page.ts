import type { CheckoutOutcome } from '../engine/flows/checkout-completion.ts';
import { knownEmail } from '../engine/flows/checkout-completion.ts';
import { enterPromotionCode } from '../engine/flows/checkout-discounts.ts';
import { authenticateCheckout, submitCheckout } from '../engine/flows/checkout.ts';
import type { Engine } from '../engine/engine.ts';
import { StripeApiError } from '../engine/errors.ts';
import type { CheckoutSession } from '../engine/objects/checkout-session.ts';
import { planId } from '../engine/objects/checkout-session.ts';
import { text } from '../engine/params.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { page, seeOther } from '../http/exchange.ts';
import { decodeForm } from '../http/form.ts';
import { checkoutSummary } from './checkout-summary.ts';
import { paymentForm, prefilled } from './form-view.ts';
import { html } from './html.ts';
import { documentOf, notice } from './layout.ts';
import type { FormErrors, FormValues } from './payment-form.ts';
import { parseForm, readForm } from './payment-form.ts';
import type { Speech, Word } from './words.ts';
import { isWord, speechFor } from './words.ts';

/** `/c/pay/<session>`, and below it `authenticate` and `promotion`. */
export function answerCheckout(
  engine: Engine,
  exchange: Exchange,
  id: string,
  action: string,
): Reply {
  const session = engine.store.get('checkout.session', id);
  const speech = speechFor(session?.locale ?? null, exchange.headers['accept-language']);
  if (!session) {
    return page(
      404,
      notice(speech, { title: speech.say('notFoundTitle'), text: speech.say('notFoundText') }),
    );
  }
  const view = { engine, session, speech, exchange };
  if (session.status === 'complete')
    return exchange.method === 'POST' ? onward(session) : completed(view);
  if (session.status === 'expired') return expired(view);
  if (action === 'authenticate') return authenticate(view);
  if (action === 'promotion') return enterCode(view);
  return exchange.method === 'POST'
    ? submit(view)
    : form(view, firstValues(view), {}, firstProblem(view), 200);
}

interface View {
  engine: Engine;
  session: CheckoutSession;
  speech: Speech;
  exchange: Exchange;
}

function submit(view: View): Reply {
  const { engine, session, exchange } = view;
  const values = readForm(decodeForm(exchange.body));
  const fixed = fixedEmail(view);
  const parsed = parseForm(values, engine.now(), fixed === null);
  if (!parsed.ok) return form(view, values, parsed.errors, null, 422);
  const { method, name, country } = parsed;
  const outcome = engine.transact((step) =>
    submitCheckout(step, session.id, { method, name, country, email: fixed ?? parsed.email }),
  );
  if (outcome.kind === 'declined')
    return form(view, values, {}, wordsFor(view.speech, outcome), 402);
  return outcome.kind === 'completed'
    ? onward(session)
    : seeOther(`/c/pay/${session.id}/authenticate`);
}

/** A promotion code is entered or, when empty, taken back; then the page again with its new total. */
function enterCode({ engine, session, exchange }: View): Reply {
  const code = text(decodeForm(exchange.body), 'code') ?? '';
  const back = `/c/pay/${session.id}`;
  if (exchange.method !== 'POST') return seeOther(back);
  try {
    const taken = engine.transact((step) => enterPromotionCode(step, session.id, code));
    return seeOther(taken ? back : `${back}?code=invalid`);
  } catch (error) {
    if (error instanceof StripeApiError) return seeOther(`${back}?code=invalid`);
    throw error;
  }
}

function authenticate(view: View): Reply {
  const { engine, session, speech, exchange } = view;
  const awaiting = engine.store.get('sandbox.checkout_plan', planId(session.id))?.awaiting;
  if (!awaiting) return seeOther(`/c/pay/${session.id}`);
  if (exchange.method !== 'POST') return page(200, bankPage(speech));
  const passed = decodeForm(exchange.body)['result'] === 'complete';
  const outcome = engine.transact((step) => authenticateCheckout(step, session.id, passed));
  if (outcome.kind === 'completed') return onward(session);
  const problem =
    outcome.kind === 'declined' ? (outcome.declineCode ?? 'authentication_failure') : '';
  return seeOther(`/c/pay/${session.id}?problem=${problem}`);
}

/** The stand-in for a bank's authentication page. */
export function bankPage(speech: Speech): string {
  return documentOf(
    speech,
    speech.say('authenticateTitle'),
    html`<main class="single">
      <p><span class="badge">${speech.say('testMode')}</span></p>
      <h1>${speech.say('authenticateTitle')}</h1>
      <p>${speech.say('authenticateText')}</p>
      <form method="post">
        <input type="hidden" name="result" value="complete" /><button type="submit">
          ${speech.say('complete')}
        </button>
      </form>
      <form method="post">
        <input type="hidden" name="result" value="fail" /><button type="submit" class="plain">
          ${speech.say('fail')}
        </button>
      </form>
    </main>`,
  );
}

/** Back to the merchant, 303. The id is put in as text, as Stripe does. */
function onward(session: CheckoutSession): Reply {
  return seeOther(successUrl(session));
}

function successUrl(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function completed({ engine, session, speech }: View): Reply {
  const business = engine.settings.account.name;
  return page(
    200,
    notice(speech, {
      title: speech.say(session.mode === 'setup' ? 'savedTitle' : 'completedTitle'),
      text: speech.say('completedText'),
      link: { href: successUrl(session), text: speech.say('continue', { business }) },
    }),
  );
}

function expired({ engine, session, speech }: View): Reply {
  const business = engine.settings.account.name;
  const back = session.cancel_url;
  return page(
    410,
    notice(speech, {
      title: speech.say('expiredTitle'),
      text: speech.say('expiredText'),
      link: back === null ? null : { href: back, text: speech.say('return', { business }) },
    }),
  );
}

function form(
  view: View,
  values: FormValues,
  errors: FormErrors,
  problem: string | null,
  status: number,
): Reply {
  const { engine, session, speech, exchange } = view;
  const business = engine.settings.account.name;
  const items = engine.store.get('sandbox.checkout_plan', planId(session.id))?.lineItems ?? [];
  const title = speech.say(headingOf(session), { business });
  const body = html`<div class="columns">
    <section class="summary" aria-labelledby="heading">
      <div class="inner">
        <div class="top">
          ${session.cancel_url !== null && html`<a href="${session.cancel_url}"><span aria-hidden="true">← </span>${speech.say('back')}</a>`}<strong
            >${business}</strong
          ><span class="badge">${speech.say('testMode')}</span>
        </div>
        <h1 class="what" id="heading">${title}</h1>
        ${checkoutSummary(speech, session, items, new URLSearchParams(exchange.query).get('code') === 'invalid')}
        ${session.custom_text.submit && html`<p class="note">${session.custom_text.submit.message}</p>`}
      </div>
    </section>
    <main class="form">
      <div class="inner">
        ${paymentForm({ speech, values, errors, problem, fixedEmail: fixedEmail(view), methods: session.payment_method_types, business, button: buttonOf(session, speech), note: session.mode === 'subscription' ? speech.say('renewNote', { business }) : null })}
      </div>
    </main>
  </div>`;
  return page(status, documentOf(speech, title, body));
}

function headingOf(session: CheckoutSession): Word {
  if (session.mode === 'setup') return 'saveTo';
  if (session.mode === 'subscription') return 'subscribeTo';
  return session.submit_type === 'donate' ? 'donateTo' : 'payTo';
}

function buttonOf(session: CheckoutSession, speech: Speech): string {
  if (session.mode === 'setup') return speech.say('saveCard');
  if (session.mode === 'subscription') return speech.say('subscribe');
  const amount = speech.money(session.amount_total ?? 0, session.currency ?? 'eur');
  const { submit_type: type } = session;
  return speech.say(type === 'donate' || type === 'book' ? type : 'pay', { amount });
}

function fixedEmail({ engine, session }: View): string | null {
  return engine.transact((step) => knownEmail(step, session));
}

function firstValues(view: View): FormValues {
  return prefilled(new URLSearchParams(view.exchange.query), '');
}

function firstProblem(view: View): string | null {
  const code = new URLSearchParams(view.exchange.query).get('problem');
  return code === null ? null : view.speech.say(isWord(code) ? code : 'declined');
}

/** Stripe's page words each decline by its decline code. */
export function wordsFor(
  speech: Speech,
  outcome: Extract<CheckoutOutcome, { kind: 'declined' }>,
): string {
  const code = outcome.declineCode ?? 'authentication_failure';
  return speech.say(isWord(code) ? code : 'declined');
}
