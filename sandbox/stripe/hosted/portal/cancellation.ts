import type { CancellationReason } from '../../engine/objects/portal.ts';
import type { Subscription } from '../../engine/objects/subscription.ts';
import type { Params } from '../../engine/params.ts';
import { text } from '../../engine/params.ts';
import type { Reply } from '../../http/exchange.ts';
import { html } from '../html.ts';
import type { PortalView } from './view.ts';
import { attempt, base, homePath, periodEndOf, planWords, portalPage } from './view.ts';

/** What will happen, why if the customer likes to say, and one button. */
export function cancellationPage(view: PortalView, subscription: Subscription): Reply {
  const { speech, session } = view;
  const { mode, cancellation_reason: reason } = view.configuration.features.subscription_cancel;
  const [item] = subscription.items.data;
  const words = item && planWords(view, item.price, item.quantity);
  const date = speech.date(periodEndOf(subscription));
  const back = session.flow === null ? homePath(view) : session.return_url;
  const body = html`<p><strong>${words?.name ?? ''}</strong> · ${words?.amount ?? ''}</p>
    <p>${speech.say(mode === 'immediately' ? 'cancelNow' : 'cancelAtEnd', { date })}</p>
    <form method="post" action="${base(view)}/cancel">
      <input type="hidden" name="subscription" value="${subscription.id}" />
      ${
        reason.enabled &&
        html`<div class="field">
            <label for="feedback">${speech.say('cancelReason')}</label>
            <select id="feedback" name="feedback">
              <option value="">${speech.say('noReason')}</option>
              ${reason.options.map((option) => html`<option value="${option}">${speech.say(option)}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for="comment">${speech.say('cancelComment')}</label>
            <input id="comment" name="comment" type="text" maxlength="500" autocomplete="off" />
          </div>`
      }
      <button type="submit">${speech.say('cancelPlan')}</button>
    </form>
    ${back !== null && html`<p><a href="${back}">${speech.say('goBack')}</a></p>`}`;
  return portalPage(view, speech.say('cancelTitle'), body);
}

/**
 * The portal plans a cancellation by `cancel_at` and leaves `cancel_at_period_end` false, as it
 * does for flexible billing (https://docs.stripe.com/billing/subscriptions/billing-mode).
 */
export function cancelPlan(view: PortalView, subscription: Subscription, params: Params): Reply {
  const { mode, cancellation_reason: reason } = view.configuration.features.subscription_cancel;
  const feedback = reason.options.find((option) => option === params['feedback']);
  const details = detailsOf(feedback, text(params, 'comment'));
  return attempt(view, () => {
    const path = `/v1/subscriptions/${subscription.id}`;
    const changes = {
      ...(mode === 'immediately' ? {} : { cancel_at: periodEndOf(subscription) }),
      ...(details && reason.enabled ? { cancellation_details: details } : {}),
    };
    if (Object.keys(changes).length > 0) view.engine.request('POST', path, changes);
    if (mode === 'immediately') view.engine.request('DELETE', path);
  });
}

function detailsOf(feedback: CancellationReason | undefined, comment: string | undefined) {
  if (feedback === undefined && comment === undefined) return null;
  return {
    ...(feedback === undefined ? {} : { feedback }),
    ...(comment === undefined ? {} : { comment }),
  };
}

/** Takes a planned cancellation back, whichever way it was planned. */
export function keepPlan(view: PortalView, subscription: Subscription): Reply {
  const undo = subscription.cancel_at_period_end
    ? { cancel_at_period_end: false }
    : { cancel_at: '' };
  return attempt(view, () => {
    view.engine.request('POST', `/v1/subscriptions/${subscription.id}`, undo);
  });
}
