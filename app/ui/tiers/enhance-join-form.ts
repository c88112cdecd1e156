import { feeCover } from '../../domain/donations/fee-cover.ts';
import { firstCharge, purchaseProblem } from '../../domain/offers/offer.ts';
import { formatMoney } from '../../kernel/format.ts';
import { intervalOf } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import { fill } from '../donate-form/fill.ts';
import type { JoinScriptData } from './join-script-data.ts';

/** Says the sum on the button and in the fee offer while one chooses. */
export function enhanceJoinForm(form: HTMLFormElement): void {
  const source = form.querySelector('[data-giving-data]');
  const own = form.querySelector<HTMLInputElement>('[name="ownAmount"]');
  const feeBox = form.querySelector<HTMLInputElement>('[name="coversFee"]');
  if (!source || !own) return;
  const { locale, currency, minimums, words, offer } = JSON.parse(
    source.textContent,
  ) as JoinScriptData;

  const frequency = () =>
    form.querySelector('[value="yearly"]:checked') ? ('yearly' as const) : ('monthly' as const);
  const tier = () => form.querySelector<HTMLInputElement>('[name="tier"]:checked')?.value ?? '';
  const amount = (): Money | null => {
    if (own.value.trim() !== '') {
      const parsed = parseAmount(own.value, currency);
      return parsed.ok ? parsed.value : null;
    }
    const minimum = minimums[tier()]?.[frequency()];
    return minimum === undefined ? null : money(minimum, currency);
  };
  const say = () => {
    const sum = amount();
    const cover = sum ? feeCover(sum) : null;
    const charged = cover && feeBox?.checked ? cover.total : sum;
    form
      .querySelector('[data-give]')
      ?.replaceChildren(
        charged
          ? fill(words.join[frequency()], { sum: formatMoney(charged, locale) })
          : words.joinNoSum,
      );
    if (offer && charged) {
      const purchase = { tierSlug: tier(), interval: intervalOf(frequency()), amount: charged };
      const problem = purchaseProblem(offer, purchase);
      form.querySelector('[data-offer-sums]')?.replaceChildren(
        problem
          ? (offer.misfits[problem] ?? '')
          : fill(offer.sentences[frequency()], {
              today: formatMoney(firstCharge(offer, charged), locale),
              full: formatMoney(charged, locale),
            }),
      );
    }
    form.querySelector('[data-fee-sums]')?.replaceChildren(
      cover
        ? fill(words.coverSum, {
            cover: formatMoney(cover.cover, locale),
            total: formatMoney(cover.total, locale),
          })
        : words.coverOwn,
    );
  };
  form.addEventListener('input', say);
  form.addEventListener('change', say);
  window.addEventListener('pageshow', say);
  say();
}
