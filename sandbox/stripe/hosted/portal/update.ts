import { StripeApiError } from '../../engine/errors.ts';
import type { PortalFlow } from '../../engine/objects/portal.ts';
import type { Reply } from '../../http/exchange.ts';
import { html } from '../html.ts';
import type { PortalView } from './view.ts';
import { attempt, base, ownSubscription, planWords, portalPage } from './view.ts';

type Update = NonNullable<PortalFlow['subscription_update_confirm']>;

/** The parameters of the change; the same for its preview and for doing it. */
function changes({ configuration }: PortalView, { items }: Update) {
  const { proration_behavior: proration, billing_cycle_anchor: anchor } =
    configuration.features.subscription_update;
  return {
    items: items.map(({ price, ...item }) => ({ ...item, ...(price === null ? {} : { price }) })),
    proration_behavior: proration,
    ...(anchor === 'now' ? { billing_cycle_anchor: { type: 'now' } } : {}),
  };
}

/** The plan as it is, as it would be, and what that costs today. */
export function updatePage(view: PortalView, update: Update): Reply {
  const { engine, speech, session } = view;
  const [change] = update.items;
  const item = ownSubscription(view, update.subscription)?.items.data[0];
  const price = engine.store.get('price', change?.price ?? '') ?? item?.price;
  if (!item || !price) return portalPage(view, speech.say('portalEmpty'), html``, 404);
  const before = planWords(view, item.price, item.quantity);
  const after = planWords(view, price, change?.quantity ?? item.quantity);
  const due = dueToday(view, update);
  const words = ({ name, amount }: { name: string; amount: string }) => `${name}, ${amount}`;
  const body = html`<ul class="lines">
      <li><span>${speech.say('updateFrom', { plan: words(before) })}</span></li>
      <li><strong>${speech.say('updateTo', { plan: words(after) })}</strong></li>
    </ul>
    ${due !== null && html`<p>${speech.say('dueToday', { amount: due })}</p>`}
    <form method="post" action="${base(view)}/update">
      <button type="submit">${speech.say('confirm')}</button>
    </form>
    ${session.return_url !== null && html`<p><a href="${session.return_url}">${speech.say('goBack')}</a></p>`}`;
  return portalPage(view, speech.say('updateTitle'), body);
}

/** `null` where Stripe would not say. */
function dueToday(view: PortalView, update: Update): string | null {
  if (view.configuration.features.subscription_update.proration_behavior !== 'always_invoice')
    return null;
  try {
    const preview = view.engine.request<{ amount_due: number; currency: string }>(
      'POST',
      '/v1/invoices/create_preview',
      { subscription: update.subscription, subscription_details: changes(view, update) },
    );
    return view.speech.money(preview.amount_due, preview.currency);
  } catch (error) {
    if (error instanceof StripeApiError) return null;
    throw error;
  }
}

export function confirmUpdate(view: PortalView, update: Update): Reply {
  return attempt(view, () => {
    view.engine.request('POST', `/v1/subscriptions/${update.subscription}`, changes(view, update));
  });
}
