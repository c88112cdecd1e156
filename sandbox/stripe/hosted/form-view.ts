import type { Html } from './html.ts';
import { html } from './html.ts';
import type { FieldName, FormErrors, FormValues } from './payment-form.ts';
import type { Speech, Word } from './words.ts';

export interface FormView {
  speech: Speech;
  values: FormValues;
  errors: FormErrors;
  /** What the bank said, in the visitor's words. */
  problem: string | null;
  /** The email that cannot be changed; null asks for it; undefined leaves it out. */
  fixedEmail: string | null | undefined;
  methods: readonly string[];
  business: string;
  button: string;
  note: string | null;
  /** Where it is sent; to the address of the page itself when left out. */
  action?: string;
}

const COUNTRIES =
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT JP LT LU LV MD MT NL NO NZ PL PT RO SE SI SK TR UA US'.split(
    ' ',
  );

/** The test cards that can be chosen with a click, and what each does. */
const TEST_CARDS: [number: string, en: string, uk: string][] = [
  ['4242424242424242', 'succeeds', 'оплата проходить'],
  ['5555555555554444', 'succeeds (Mastercard)', 'оплата проходить (Mastercard)'],
  ['4000002760000016', 'succeeds, German card', 'оплата проходить, німецька картка'],
  ['4000002500003155', 'asks for authentication once', 'потребує підтвердження один раз'],
  ['4000002760003184', 'always asks for authentication', 'завжди потребує підтвердження'],
  ['4000000000000002', 'declined', 'відхилено'],
  ['4000000000009995', 'insufficient funds', 'недостатньо коштів'],
  ['4000000000000069', 'expired', 'термін дії минув'],
  ['4000000000000127', 'incorrect CVC', 'хибний CVC'],
  ['4000000000000119', 'processing error', 'помилка обробки'],
  ['4000000000000341', 'can be saved, then declines', 'зберігається, але оплата не проходить'],
  ['4000000000000259', 'succeeds, then is disputed', 'проходить, потім оскаржується'],
];

const TEST_ACCOUNTS: [iban: string, en: string, uk: string][] = [
  ['AT611904300234573201', 'succeeds after a while', 'проходить згодом'],
  ['AT861904300235473202', 'fails after a while', 'згодом не проходить'],
  ['AT591904300235473203', 'succeeds, then is disputed', 'проходить, потім оскаржується'],
];

/** The payment form with its problems, and the fold-out of test numbers. */
export function paymentForm(view: FormView): Html {
  const { speech, fixedEmail, errors, problem } = view;
  const wrong = Object.keys(errors).length > 0;
  return html`<form
      method="post"
      novalidate
      ${view.action !== undefined && html`action="${view.action}"`}
    >
      ${
        (problem !== null || wrong) &&
        html`<div class="problem" role="alert">
          <p><strong>${speech.say(problem === null ? 'formProblem' : 'problem')}</strong></p>
          ${problem !== null && html`<p>${problem}</p>`}
        </div>`
      }
      ${
        fixedEmail !== undefined &&
        html`<div>
          <h2>${speech.say('contact')}</h2>
          ${
            fixedEmail === null
              ? field(view, 'email', 'email', { type: 'email', autocomplete: 'email' })
              : html`<div class="field">
                  <p class="note">${speech.say('email')}</p>
                  <p class="fixed">${fixedEmail}</p>
                </div>`
          }
        </div>`
      }
      ${methods(view)}
      <button type="submit">${view.button}</button>
      ${view.note !== null && html`<p class="note">${view.note}</p>`}
    </form>
    ${testNumbers(view)}`;
}

function methods(view: FormView): Html {
  const { speech, values } = view;
  const cards = html`<div class="method-fields">${cardFields(view)}</div>`;
  const bank = html`<div class="method-fields">
    ${field(view, 'iban', 'iban', { autocomplete: 'off' })}${field(view, 'accountName', 'accountName', { autocomplete: 'name' })}
    <p class="note">${speech.say('mandate', { business: view.business })}</p>
  </div>`;
  const both = view.methods.includes('card') && view.methods.includes('sepa_debit');
  if (!both) {
    const only = view.methods.includes('card') ? 'card' : 'sepa_debit';
    return html`<fieldset>
      <legend>${speech.say(only === 'card' ? 'payment' : 'sepa')}</legend>
      <input type="hidden" name="method" value="${only}" />${only === 'card' ? cards : bank}
    </fieldset>`;
  }
  const checked = (method: string) => values.method === method && html` checked`;
  return html`<fieldset class="methods">
    <legend>${speech.say('payment')}</legend>
    <div class="cards">
      <label for="method-card"
        ><input
          type="radio"
          id="method-card"
          name="method"
          value="card"
          ${checked('card')}
        />${speech.say('card')}</label
      >${cards}
    </div>
    <div class="bank">
      <label for="method-sepa"
        ><input
          type="radio"
          id="method-sepa"
          name="method"
          value="sepa_debit"
          ${checked('sepa_debit')}
        />${speech.say('sepa')}</label
      >${bank}
    </div>
  </fieldset>`;
}

function cardFields(view: FormView): Html {
  const { speech, values } = view;
  const names = new Intl.DisplayNames([speech.locale], { type: 'region' });
  const options = COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, speech.locale),
  );
  return html`${field(view, 'cardNumber', 'cardNumber', { inputmode: 'numeric', autocomplete: 'cc-number', placeholder: '1234 1234 1234 1234' })}
    <div class="pair">
      ${field(view, 'expiry', 'expiry', { inputmode: 'numeric', autocomplete: 'cc-exp', placeholder: 'MM / YY' })}${field(view, 'cvc', 'cvc', { inputmode: 'numeric', autocomplete: 'cc-csc', placeholder: '123' })}
    </div>
    ${field(view, 'cardName', 'cardName', { autocomplete: 'cc-name' })}
    <div class="field">
      <label for="country">${speech.say('country')}</label
      ><select id="country" name="country" autocomplete="country">
        <option value=""></option>
        ${options.map(({ code, name }) => html`<option value="${code}" ${values.country === code && html` selected`}>${name}</option>`)}
      </select>
    </div>`;
}

interface FieldOptions {
  type?: string;
  inputmode?: string;
  autocomplete: string;
  placeholder?: string;
}

function field(view: FormView, name: FieldName, label: Word, options: FieldOptions): Html {
  const { speech } = view;
  const error = view.errors[name];
  return html`<div class="field">
    <label for="${name}">${speech.say(label)}</label>
    <input
      id="${name}"
      name="${name}"
      type="${options.type ?? 'text'}"
      value="${view.values[name]}"
      autocomplete="${options.autocomplete}"
      ${options.inputmode !== undefined && html` inputmode="${options.inputmode}"`}${options.placeholder !== undefined && html` placeholder="${options.placeholder}"`}
      required${error !== undefined && html` aria-invalid="true" aria-describedby="${name}-error"`}
    />
    ${error !== undefined && html`<p class="error" id="${name}-error">${speech.say(error)}</p>`}
  </div>`;
}

function testNumbers(view: FormView): Html {
  const { speech } = view;
  const isUkrainian = speech.language === 'uk';
  const entry = (parameter: string, [number, en, uk]: [string, string, string]) =>
    html`<li>
      <a href="?${parameter}=${number}"
        >${number.replaceAll(/(.{4})(?=.)/g, '$1 ')}: ${isUkrainian ? uk : en}</a
      >
    </li>`;
  return html`<details>
    <summary>${speech.say('testCards')}</summary>
    <p class="note">${speech.say('testCardsNote')}</p>
    <ul>
      ${TEST_CARDS.map((card) => entry('card', card))}
    </ul>
    ${
      view.methods.includes('sepa_debit') &&
      html`<p>${speech.say('testAccounts')}</p>
        <ul>
          ${TEST_ACCOUNTS.map((account) => entry('iban', account))}
        </ul>`
    }
  </details>`;
}

/** The form as a click on a test number fills it in; empty otherwise. */
export function prefilled(query: URLSearchParams, email: string): FormValues {
  const card = query.get('card');
  const iban = query.get('iban');
  return {
    method: iban === null ? 'card' : 'sepa_debit',
    email,
    cardNumber: card === null ? '' : card.replaceAll(/(.{4})(?=.)/g, '$1 '),
    expiry: card === null ? '' : '12 / 34',
    cvc: card === null ? '' : '123',
    cardName: card === null ? '' : 'Test Card',
    country: '',
    iban: iban ?? '',
    accountName: iban === null ? '' : 'Test Account',
  };
}
