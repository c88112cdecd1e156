import type { Engine } from '../../engine/engine.ts';
import { StripeApiError } from '../../engine/errors.ts';
import { periodEnd } from '../../engine/flows/subscriptions.ts';
import type { Price } from '../../engine/objects/catalogue.ts';
import type { PaymentMethod } from '../../engine/objects/payment-method.ts';
import type { PortalConfiguration, PortalSession } from '../../engine/objects/portal.ts';
import type { Subscription } from '../../engine/objects/subscription.ts';
import type { Exchange, Reply } from '../../http/exchange.ts';
import { page, seeOther } from '../../http/exchange.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { documentOf } from '../layout.ts';
import type { Speech, Word } from '../words.ts';

/** What every page of the portal needs. */
export interface PortalView {
  engine: Engine;
  session: PortalSession;
  configuration: PortalConfiguration;
  speech: Speech;
  exchange: Exchange;
}

export function base(view: PortalView): string {
  return `/billing/p/${view.session.id}`;
}

/** Where the whole portal is, also for a link that leads to one task. */
export function homePath(view: PortalView): string {
  return view.session.flow === null ? base(view) : `${base(view)}/home`;
}

/** The customer's subscriptions that have not ended, oldest first. */
export function liveSubscriptions({ engine, session }: PortalView): Subscription[] {
  return engine.store
    .idsBy('subscription', 'customer', session.customer)
    .flatMap((id) => engine.store.get('subscription', id) ?? [])
    .filter((subscription) => subscription.ended_at === null);
}

/** One of the customer's own, whatever a form or an address says. */
export function ownSubscription(view: PortalView, id: unknown): Subscription | undefined {
  return liveSubscriptions(view).find((subscription) => subscription.id === id);
}

export function savedMethods({ engine, session }: PortalView): PaymentMethod[] {
  return engine.store
    .idsBy('payment_method', 'customer', session.customer)
    .flatMap((id) => engine.store.get('payment_method', id) ?? []);
}

export function periodEndOf(subscription: Subscription): number {
  return periodEnd(subscription);
}

const PERIODS: Record<string, Word> = {
  day: 'perDay',
  week: 'perWeek',
  month: 'perMonth',
  year: 'perYear',
};

/** `Friend · €6.00 per month`. */
export function planWords(
  { engine, speech }: PortalView,
  price: Price,
  quantity: number,
): { name: string; amount: string } {
  const name = engine.store.get('product', price.product)?.name ?? '';
  const amount = speech.money(price.unit_amount * quantity, price.currency);
  const { recurring } = price;
  if (!recurring) return { name, amount };
  const unit = speech.say(PERIODS[recurring.interval] ?? 'perMonth');
  const count = recurring.interval_count;
  return {
    name,
    amount: `${amount} ${count === 1 ? unit : speech.say('everyPeriods', { count, unit })}`,
  };
}

export function portalPage(view: PortalView, title: string, body: Html, status = 200): Reply {
  const business = view.engine.settings.account.name;
  const { speech } = view;
  const main = html`<main class="single">
    <p><strong>${business}</strong> <span class="badge">${speech.say('testMode')}</span></p>
    <h1>${title}</h1>
    ${body}
  </main>`;
  return page(status, documentOf(speech, title, main));
}

/** After a task: where the link's maker wants the customer to go, else the portal. */
export function finished(view: PortalView): Reply {
  const { flow } = view.session;
  if (flow?.after_completion.redirect) return seeOther(flow.after_completion.redirect.return_url);
  if (flow?.after_completion.hosted_confirmation) return seeOther(`${base(view)}/done`);
  return seeOther(homePath(view));
}

/** Does something through the API, as the portal does; what Stripe refuses is shown to the customer. */
export function attempt(view: PortalView, work: () => void): Reply {
  try {
    work();
    return finished(view);
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error;
    const { speech } = view;
    const body = html`<div class="problem" role="alert"><p>${error.message}</p></div>
      <p><a href="${homePath(view)}">${speech.say('goBack')}</a></p>`;
    return portalPage(view, speech.say('portalNotDone'), body, 400);
  }
}
