import { setDefaultPaymentMethod } from '../../engine/flows/customers.ts';
import { createPaymentMethod } from '../../engine/flows/payment-methods.ts';
import {
  authenticateSetup,
  confirmSetup,
  createSetupIntent,
} from '../../engine/flows/setup-intents.ts';
import type { SetupAttempt } from '../../engine/flows/setup-intents.ts';
import type { SetupIntent } from '../../engine/objects/setup-intent.ts';
import type { Step } from '../../engine/step.ts';
import type { Reply } from '../../http/exchange.ts';
import { page, seeOther } from '../../http/exchange.ts';
import { decodeForm } from '../../http/form.ts';
import { bankPage, wordsFor } from '../checkout-page.ts';
import { paymentForm, prefilled } from '../form-view.ts';
import { html } from '../html.ts';
import type { FormErrors, FormValues } from '../payment-form.ts';
import { parseForm, readForm } from '../payment-form.ts';
import type { PortalView } from './view.ts';
import {
  attempt,
  base,
  finished,
  homePath,
  liveSubscriptions,
  portalPage,
  savedMethods,
} from './view.ts';

/** The form of a new payment method; a link to it comes with the promise what it is for. */
export function addMethodPage(view: PortalView): Reply {
  return form(view, prefilled(new URLSearchParams(view.exchange.query), ''), {}, null, 200);
}

function form(
  view: PortalView,
  values: FormValues,
  errors: FormErrors,
  problem: string | null,
  status: number,
): Reply {
  const { speech, session } = view;
  const business = view.engine.settings.account.name;
  const title = speech.say(session.flow === null ? 'addCard' : 'updateMethodTitle');
  const back = session.flow === null ? homePath(view) : session.return_url;
  const body = html`<p>${speech.say('updateMethodText', { business })}</p>
    ${paymentForm({ speech, values, errors, problem, fixedEmail: undefined, methods: ['card'], business, button: speech.say('saveDetails'), note: null, action: `${base(view)}/add-method` })}
    ${back !== null && html`<p><a href="${back}">${speech.say('goBack')}</a></p>`}`;
  return portalPage(view, title, body, status);
}

/** Saves a payment method by a SetupIntent, so that the bank is asked where it wants to be. */
export function addMethod(view: PortalView): Reply {
  const { engine, session, exchange } = view;
  const values = readForm(decodeForm(exchange.body));
  const parsed = parseForm(values, engine.now(), false);
  if (!parsed.ok) return form(view, values, parsed.errors, null, 422);
  const { setup, result } = engine.transact((step) => {
    const { email } = step.get('customer', session.customer);
    const method = createPaymentMethod(step, parsed.method, {
      address: null,
      email,
      name: parsed.name,
      phone: null,
      tax_id: null,
    });
    const { id } = createSetupIntent(step, {
      customer: session.customer,
      description: null,
      metadata: {},
      paymentMethodTypes: ['card'],
    });
    const tried = confirmSetup(step, id, method.id);
    if (tried === 'succeeded') prefer(step, view, method.id);
    return { setup: id, result: tried };
  });
  if (result === 'requires_action')
    return seeOther(`${base(view)}/authenticate?setup_intent=${setup}`);
  return result === 'succeeded'
    ? finished(view)
    : form(view, values, {}, problemOf(view, setup), 402);
}

/** A method that a link has asked for becomes the default, and so does the first. */
function prefer(step: Step, view: PortalView, method: string): void {
  const { customer, flow } = view.session;
  const held = step.get('customer', customer).invoice_settings.default_payment_method;
  if (flow !== null || held === null) setDefaultPaymentMethod(step, customer, method);
}

/** The bank's page, and its answer. */
export function authenticateMethod(view: PortalView): Reply {
  const { engine, session, exchange, speech } = view;
  const id = new URLSearchParams(exchange.query).get('setup_intent') ?? '';
  const intent = engine.store.get('setup_intent', id);
  if (intent?.customer !== session.customer || intent.status !== 'requires_action')
    return seeOther(base(view));
  if (exchange.method !== 'POST') return page(200, bankPage(speech));
  const passed = decodeForm(exchange.body)['result'] === 'complete';
  const result: SetupAttempt = engine.transact((step) => {
    const tried = authenticateSetup(step, id, passed);
    if (tried === 'succeeded' && intent.payment_method !== null)
      prefer(step, view, intent.payment_method);
    return tried;
  });
  if (result === 'succeeded') return finished(view);
  return form(view, prefilled(new URLSearchParams(), ''), {}, problemOf(view, id), 402);
}

function problemOf({ engine, speech }: PortalView, setup: string): string {
  const intent: SetupIntent | undefined = engine.store.get('setup_intent', setup);
  const error = intent?.last_setup_error;
  return wordsFor(speech, {
    kind: 'declined',
    code: error?.code ?? 'card_declined',
    declineCode: error?.decline_code ?? null,
    message: '',
  });
}

/** One of the customer's own becomes what later invoices are charged to. */
export function makeDefault(view: PortalView, id: unknown): Reply {
  const method = savedMethods(view).find((saved) => saved.id === id);
  return attempt(view, () => {
    if (!method) return;
    view.engine.transact((step) => {
      setDefaultPaymentMethod(step, view.session.customer, method.id);
    });
  });
}

/** Not the default, and none that a plan is paid with. */
export function removeMethod(view: PortalView, id: unknown): Reply {
  const { engine, session } = view;
  const held = engine.store.get('customer', session.customer)?.invoice_settings;
  const isUsed =
    held?.default_payment_method === id ||
    liveSubscriptions(view).some((subscription) => subscription.default_payment_method === id);
  const method = savedMethods(view).find((saved) => saved.id === id);
  return attempt(view, () => {
    if (method && !isUsed) engine.request('POST', `/v1/payment_methods/${method.id}/detach`);
  });
}
