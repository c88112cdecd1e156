import type { Engine } from '../../engine/engine.ts';
import { text } from '../../engine/params.ts';
import type { Exchange, Reply } from '../../http/exchange.ts';
import { page, seeOther } from '../../http/exchange.ts';
import { decodeForm } from '../../http/form.ts';
import { html } from '../html.ts';
import { notice } from '../layout.ts';
import { speechFor } from '../words.ts';
import { cancellationPage, cancelPlan, keepPlan } from './cancellation.ts';
import { homePage } from './home.ts';
import {
  addMethod,
  addMethodPage,
  authenticateMethod,
  makeDefault,
  removeMethod,
} from './methods.ts';
import { confirmUpdate, updatePage } from './update.ts';
import type { PortalView } from './view.ts';
import { homePath, ownSubscription, portalPage } from './view.ts';

/** `/billing/p/<session>` and what is below it (https://docs.stripe.com/customer-management). */
export function answerPortal(
  engine: Engine,
  exchange: Exchange,
  id: string,
  action: string,
): Reply {
  const session = engine.store.get('billing_portal.session', id);
  const configuration =
    session && engine.store.get('billing_portal.configuration', session.configuration);
  const speech = speechFor(session?.locale ?? null, exchange.headers['accept-language']);
  if (!session || !configuration) {
    return page(
      404,
      notice(speech, { title: speech.say('notFoundTitle'), text: speech.say('notFoundText') }),
    );
  }
  const view = { engine, session, configuration, speech, exchange };
  return (exchange.method === 'POST' ? change(view, action) : show(view, action)) ?? home(view);
}

function home(view: PortalView): Reply {
  return seeOther(homePath(view));
}

/** `null` for what the configuration does not offer. */
function show(view: PortalView, action: string): Reply | null {
  const { session, speech, configuration, exchange } = view;
  const { flow } = session;
  const { features } = configuration;
  if (action === '') return flow === null ? homePage(view) : showFlow(view);
  if (action === 'home') return homePage(view);
  if (action === 'done') {
    const message = flow?.after_completion.hosted_confirmation?.custom_message;
    const business = view.engine.settings.account.name;
    const body = html`<p>${message ?? speech.say('doneText')}</p>
      ${session.return_url !== null && html`<p><a href="${session.return_url}">${speech.say('return', { business })}</a></p>`}`;
    return portalPage(view, speech.say('doneTitle'), body);
  }
  if (action === 'add-method' && features.payment_method_update.enabled) return addMethodPage(view);
  if (action === 'authenticate') return authenticateMethod(view);
  if (action === 'cancel' && features.subscription_cancel.enabled) {
    const id = new URLSearchParams(exchange.query).get('subscription');
    const subscription = ownSubscription(view, id);
    if (subscription && subscription.cancel_at === null)
      return cancellationPage(view, subscription);
  }
  return null;
}

/** The task that the link leads to; the whole portal once there is nothing left of it to do. */
function showFlow(view: PortalView): Reply | null {
  const { flow } = view.session;
  if (flow?.subscription_cancel) {
    const subscription = ownSubscription(view, flow.subscription_cancel.subscription);
    if (subscription?.cancel_at !== null) return null;
    return cancellationPage(view, subscription);
  }
  if (flow?.subscription_update_confirm) return updatePage(view, flow.subscription_update_confirm);
  return addMethodPage(view);
}

function change(view: PortalView, action: string): Reply | null {
  const params = decodeForm(view.exchange.body);
  const { features } = view.configuration;
  const subscription = ownSubscription(view, params['subscription']);
  if (action === 'cancel' && subscription && features.subscription_cancel.enabled) {
    return cancelPlan(view, subscription, params);
  }
  if (action === 'keep' && subscription) return keepPlan(view, subscription);
  if (action === 'authenticate') return authenticateMethod(view);
  if (action === 'update' && view.session.flow?.subscription_update_confirm) {
    return confirmUpdate(view, view.session.flow.subscription_update_confirm);
  }
  if (!features.payment_method_update.enabled) return null;
  if (action === 'add-method') return addMethod(view);
  const method = text(params, 'payment_method');
  if (action === 'default-method') return makeDefault(view, method);
  return action === 'remove-method' ? removeMethod(view, method) : null;
}
