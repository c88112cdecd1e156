import type { Subscription } from '../../engine/objects/subscription.ts';
import type { PaymentMethod } from '../../engine/objects/payment-method.ts';
import type { Reply } from '../../http/exchange.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { PortalView } from './view.ts';
import {
  base,
  liveSubscriptions,
  periodEndOf,
  planWords,
  portalPage,
  savedMethods,
} from './view.ts';

/** Plans, payment methods and invoices, as far as the configuration shows them. */
export function homePage(view: PortalView): Reply {
  const { speech, configuration, session } = view;
  const business = view.engine.settings.account.name;
  const { invoice_history: invoices, payment_method_update: cards } = configuration.features;
  const { headline } = configuration.business_profile;
  const live = liveSubscriptions(view);
  const body = html`${headline !== null && html`<p>${headline}</p>`}
    <section aria-labelledby="plans">
      <h2 id="plans">${speech.say('portalPlans')}</h2>
      ${live.length === 0 ? html`<p>${speech.say('portalEmpty')}</p>` : live.map((subscription) => plan(view, subscription))}
    </section>
    ${cards.enabled && methodsSection(view, live)}${invoices.enabled && invoiceSection(view)}
    ${session.return_url !== null && html`<p><a href="${session.return_url}">${speech.say('return', { business })}</a></p>`}`;
  return portalPage(view, speech.say('portalTitle'), body);
}

function plan(view: PortalView, subscription: Subscription): Html {
  const { speech, configuration } = view;
  const [item] = subscription.items.data;
  const words = item && planWords(view, item.price, item.quantity);
  const ends = subscription.cancel_at;
  const date = speech.date(ends ?? periodEndOf(subscription));
  const failed = subscription.status === 'past_due' || subscription.status === 'unpaid';
  const values = html`<input type="hidden" name="subscription" value="${subscription.id}" />`;
  return html`<div class="plan">
    <p><strong>${words?.name ?? subscription.id}</strong> · ${words?.amount ?? ''}</p>
    <p>${speech.say(ends === null ? 'renewsOn' : 'endsOn', { date })}</p>
    ${
      failed &&
      html`<p class="error">
        ${speech.say('status_past_due')}
        ${subscription.latest_invoice !== null && html`<a href="/i/${subscription.latest_invoice}">${speech.say('payNow')}</a>`}
      </p>`
    }
    ${
      ends !== null
        ? html`<form method="post" action="${base(view)}/keep">
            ${values}<button class="plain" type="submit">${speech.say('keepPlan')}</button>
          </form>`
        : configuration.features.subscription_cancel.enabled &&
          html`<form method="get" action="${base(view)}/cancel">
            ${values}<button class="plain" type="submit">${speech.say('cancelPlan')}</button>
          </form>`
    }
  </div>`;
}

/** How a payment method is called: never more of its number than the last four digits. */
export function methodName(view: PortalView, method: PaymentMethod): string {
  if (method.card) {
    const brand = method.card.brand.charAt(0).toUpperCase() + method.card.brand.slice(1);
    return `${brand} •••• ${method.card.last4}`;
  }
  return `${view.speech.say('debit')} •••• ${method.sepa_debit?.last4 ?? ''}`;
}

function methodsSection(view: PortalView, live: readonly Subscription[]): Html {
  const { engine, session, speech } = view;
  const preferred = engine.store.get('customer', session.customer)?.invoice_settings
    .default_payment_method;
  const used = new Set(live.map((subscription) => subscription.default_payment_method));
  const methods = savedMethods(view);
  const button = (method: PaymentMethod, action: string, word: 'makeDefault' | 'removeMethod') =>
    html`<form method="post" action="${base(view)}/${action}">
      <input type="hidden" name="payment_method" value="${method.id}" />
      <button
        class="plain small"
        type="submit"
        aria-label="${speech.say(word)}: ${methodName(view, method)}"
      >
        ${speech.say(word)}
      </button>
    </form>`;
  return html`<section aria-labelledby="methods">
    <h2 id="methods">${speech.say('paymentMethods')}</h2>
    ${methods.length === 0 && html`<p>${speech.say('noMethods')}</p>`}
    <ul class="lines">
      ${methods.map((method) => {
        const isDefault = method.id === preferred;
        const expiry =
          method.card &&
          `${String(method.card.exp_month).padStart(2, '0')}/${method.card.exp_year}`;
        return html`<li>
          <span
            >${methodName(view, method)}
            ${isDefault && html`<strong class="tag">${speech.say('defaultMethod')}</strong>`}
            ${expiry && html`<small>${speech.say('expires', { date: expiry })}</small>`}</span
          >
          <span class="actions"
            >${!isDefault && button(method, 'default-method', 'makeDefault')}${!isDefault && !used.has(method.id) && button(method, 'remove-method', 'removeMethod')}</span
          >
        </li>`;
      })}
    </ul>
    <p><a href="${base(view)}/add-method">${speech.say('addCard')}</a></p>
  </section>`;
}

function invoiceSection(view: PortalView): Html {
  const { engine, session, speech } = view;
  const invoices = engine.store
    .idsBy('invoice', 'customer', session.customer)
    .flatMap((id) => engine.store.get('invoice', id) ?? [])
    .filter((invoice) => invoice.status !== 'draft')
    .reverse();
  const statuses = {
    open: 'invoiceStatus_open',
    paid: 'invoiceStatus_paid',
    uncollectible: 'invoiceStatus_uncollectible',
    void: 'invoiceStatus_void',
  } as const;
  return html`<section aria-labelledby="invoices">
    <h2 id="invoices">${speech.say('invoiceHistory')}</h2>
    <ul class="lines">
      ${invoices.map((invoice) => {
        const { status } = invoice;
        return html`<li>
          <span
            ><a href="/i/${invoice.id}"
              >${speech.say('invoice', { number: invoice.number ?? '' })}</a
            ><small
              >${speech.date(invoice.created)}
              ${status !== 'draft' && html`· ${speech.say(statuses[status])}`}</small
            ></span
          ><span>${speech.money(invoice.total, invoice.currency)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}
