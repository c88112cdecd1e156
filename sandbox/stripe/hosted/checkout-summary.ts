import type { CheckoutSession, LineItem } from '../engine/objects/checkout-session.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Speech, Word } from './words.ts';

/** What is bought and what it costs today, with the field for a promotion code where there is one. */
export function checkoutSummary(
  speech: Speech,
  session: CheckoutSession,
  items: readonly LineItem[],
  wasCodeWrong: boolean,
): Html | null {
  const { amount_total: total, amount_subtotal: subtotal, currency } = session;
  if (total === null || subtotal === null || currency === null) return null;
  const [first] = items;
  const discount = session.total_details?.amount_discount ?? 0;
  return html`<p class="sum">
      ${speech.money(total, currency)} ${first && html`<small>${interval(speech, first)}</small>`}
    </p>
    <ul class="lines">
      ${items.map(
        (item) =>
          html`<li>
            <span
              >${item.description}<small
                >${item.quantity > 1 && speech.say('quantity', { count: item.quantity })}
                ${interval(speech, item)}</small
              ></span
            ><span>${speech.money(item.amount_subtotal, item.currency)}</span>
          </li>`,
      )}
      ${
        discount > 0 &&
        html`<li>
            <span>${speech.say('subtotal')}</span><span>${speech.money(subtotal, currency)}</span>
          </li>
          <li>
            <span>${speech.say('discount')}</span><span>−${speech.money(discount, currency)}</span>
          </li>`
      }
    </ul>
    <p class="total">
      <span>${speech.say('totalToday')}</span><span>${speech.money(total, currency)}</span>
    </p>
    ${session.allow_promotion_codes === true && promotion(speech, session, discount > 0, wasCodeWrong)}`;
}

function promotion(
  speech: Speech,
  session: CheckoutSession,
  isApplied: boolean,
  wasWrong: boolean,
): Html {
  const action = `/c/pay/${session.id}/promotion`;
  if (isApplied) {
    return html`<form method="post" action="${action}">
      <input type="hidden" name="code" value="" /><button class="plain small" type="submit">
        ${speech.say('removeCode')}
      </button>
    </form>`;
  }
  return html`<form class="code" method="post" action="${action}">
    <div class="field">
      <label for="code">${speech.say('promotionCode')}</label>
      <input
        id="code"
        name="code"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        required${wasWrong && html` aria-invalid="true" aria-describedby="code-error"`}
      />
      ${wasWrong && html`<p class="error" id="code-error" role="alert">${speech.say('wrongCode')}</p>`}
    </div>
    <button class="plain small" type="submit">${speech.say('applyCode')}</button>
  </form>`;
}

const PERIODS: Record<string, Word> = {
  day: 'perDay',
  week: 'perWeek',
  month: 'perMonth',
  year: 'perYear',
};

/** How often a price recurs; nothing for a single payment. */
function interval(speech: Speech, item: LineItem): string {
  const { recurring } = item.price;
  if (!recurring) return '';
  const unit = speech.say(PERIODS[recurring.interval] ?? 'perMonth');
  return recurring.interval_count === 1
    ? unit
    : speech.say('everyPeriods', { count: recurring.interval_count, unit });
}
