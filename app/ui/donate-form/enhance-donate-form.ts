import { guessCurrency } from '../../domain/asks/currency-guess.ts';
import { feeCover } from '../../domain/donations/fee-cover.ts';
import { type GivingCurrency, isGivingCurrency, minorPerMajor } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Frequency } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import { currencyLabel, currencySign } from './currency-sign.ts';
import { fill } from './fill.ts';
import type { GivingScriptData } from './script-data.ts';

// Named here and not imported: the amounts table that they stand beside is already in the page.
const frequencies: readonly Frequency[] = ['once', 'monthly', 'yearly'];

/** Says sums on the button and in the fee offer, and changes the currency in place. */
export function enhanceDonateForm(form: HTMLFormElement): void {
  const source = form.querySelector('[data-giving-data]');
  const own = form.querySelector<HTMLInputElement>('[name="ownAmount"]');
  const currencyField = form.querySelector<HTMLInputElement>('[name="currency"]');
  if (!source || !own || !currencyField) return;
  const data = JSON.parse(source.textContent) as GivingScriptData;

  const currency = (): GivingCurrency =>
    isGivingCurrency(currencyField.value) ? currencyField.value : 'EUR';
  const frequency = (): Frequency =>
    frequencies.find((one) => form.querySelector(`[value="${one}"]:checked`)) ?? 'once';
  const amount = (): Money | null => {
    const preset = form.querySelector<HTMLInputElement>(`[name="preset-${frequency()}"]:checked`);
    const parsed = parseAmount(own.value.trim() || (preset?.value ?? ''), currency());
    return parsed.ok && parsed.value.amountMinor > 0 ? parsed.value : null;
  };

  const button = form.querySelector('[data-give]');
  const fee = form.querySelector('[data-fee-sums]');
  const feeBox = form.querySelector<HTMLInputElement>('[name="coversFee"]');
  const say = () => {
    const sum = amount();
    const cover = sum ? feeCover(sum) : null;
    const charged = cover && feeBox?.checked ? cover.total : sum;
    const { words, locale } = data;
    button?.replaceChildren(
      charged
        ? fill(words.give[frequency()], { sum: formatMoney(charged, locale) })
        : words.giveNoSum[frequency()],
    );
    fee?.replaceChildren(
      cover
        ? fill(words.coverSum, {
            cover: formatMoney(cover.cover, locale),
            total: formatMoney(cover.total, locale),
          })
        : words.coverOwn,
    );
  };

  form.addEventListener('input', say);
  form.addEventListener('change', (event) => {
    // Who picks a suggestion after typing has changed their mind: an own amount would win otherwise.
    if (event.target instanceof HTMLInputElement && event.target.name.startsWith('preset-')) {
      own.value = '';
    }
    say();
  });
  offerCurrencies(form, data, currency(), (chosen) => {
    currencyField.value = chosen;
    showCurrency(form, data, chosen);
    say();
  });
  // The browser may bring back, a moment later, what was chosen before a reload or a step back.
  window.addEventListener('pageshow', say);
  say();
}

/** Puts a chooser in the place of the link; a guess at the reader's own currency is offered, never made. */
function offerCurrencies(
  form: HTMLFormElement,
  data: GivingScriptData,
  first: GivingCurrency,
  change: (currency: GivingCurrency) => void,
): void {
  const line = form.querySelector<HTMLElement>('[data-currency-line]');
  if (!line) return;
  const chooser = document.createElement('select');
  chooser.id = line.dataset['id'] ?? '';
  for (const currency of data.currencies) {
    const label = currencyLabel(currency, data.locale);
    chooser.append(new Option(label, currency, currency === first, currency === first));
  }
  const label = document.createElement('label');
  label.className = 'field__label';
  label.htmlFor = chooser.id;
  label.textContent = data.words.currency;
  line.replaceChildren(label, chooser);
  chooser.addEventListener('change', () => {
    if (isGivingCurrency(chooser.value)) change(chooser.value);
  });

  const guess = guessCurrency(navigator.languages);
  if (!guess || guess === first || !data.currencies.includes(guess)) return;
  const suggestion = document.createElement('button');
  suggestion.type = 'button';
  suggestion.className = 'button button--text donate-form__suggestion';
  suggestion.textContent = fill(data.words.suggest, { currency: guess });
  suggestion.addEventListener('click', () => {
    chooser.value = guess;
    change(guess);
    chooser.focus();
    suggestion.remove();
  });
  line.append(suggestion);
}

/** Redraws every suggestion in another currency; each set keeps the place that was chosen. */
function showCurrency(
  form: HTMLFormElement,
  data: GivingScriptData,
  currency: GivingCurrency,
): void {
  for (const frequency of frequencies) {
    const tiles = form.querySelector(`[data-set="${frequency}"] .tiles`);
    const template = tiles?.querySelector('.tile');
    if (!tiles || !template) continue;
    const { presets, suggested } = data.rules[currency][frequency];
    tiles.replaceChildren(
      ...presets.map((preset) => {
        const tile = template.cloneNode(true) as HTMLElement;
        const input = tile.querySelector('input');
        if (input) {
          input.value = String(preset);
          input.checked = preset === suggested;
        }
        tile
          .querySelector('span')
          ?.replaceChildren(
            formatMoney(money(preset * minorPerMajor(currency), currency), data.locale),
          );
        return tile;
      }),
    );
  }
  const { sign, side } = currencySign(currency, data.locale);
  const own = form.querySelector('[data-own]');
  if (own) own.className = `donate-form__money donate-form__money--${side}`;
  form.querySelector('.donate-form__sign')?.replaceChildren(sign);
  form.querySelector('[data-own-hint]')?.replaceChildren(fill(data.words.ownHint, { currency }));
}
