import { isGivingCurrency, type GivingCurrency } from '../../app/kernel/currencies.ts';
import { defaultAmountRules, type Frequency } from '../../app/kernel/giving-amounts.ts';
import type { Locale } from '../../app/kernel/locale.ts';
import type { Random } from '../demo/history/random.ts';
import type { Card } from './stripe-page.ts';

/**
 * What a reader does on one visit. `double_click`: the form is sent twice at once. `never_returns`:
 * pays and closes the window. `abandons`: leaves Stripe's page open. `gives_up`: a refused card, and
 * no other. `pays_again`: goes back to Stripe's page after paying and sends it once more.
 * `two_pages`: goes back, changes the amount, and pays both pages.
 */
export type Behaviour =
  'pays' | 'double_click' | 'never_returns' | 'abandons' | 'gives_up' | 'pays_again' | 'two_pages';

export interface Visit {
  readonly behaviour: Behaviour;
  readonly frequency: Frequency;
  readonly currency: GivingCurrency;
  /** As it is typed. */
  readonly amount: string;
  readonly cards: readonly Card[];
  readonly locale: Locale;
  readonly coversFee: boolean;
  /** With a script, the form names its attempt; without, a repeated form is another order. */
  readonly hasScript: boolean;
  /** Comes in a new browser, with an address that has given before. */
  readonly isKnownAddress: boolean;
}

const currencies = ['EUR', 'USD', 'GBP', 'UAH', 'JPY'].filter(isGivingCurrency);

export function drawVisit(random: Random): Visit {
  const frequency = random.weighted<Frequency>([
    ['once', 68],
    ['monthly', 26],
    ['yearly', 6],
  ]);
  const currency = random.pick(currencies);
  return {
    behaviour: random.weighted<Behaviour>([
      ['pays', 50],
      ['double_click', 14],
      ['never_returns', 12],
      ['abandons', 6],
      ['gives_up', 4],
      ['pays_again', 7],
      ['two_pages', 7],
    ]),
    frequency,
    currency,
    amount: String(amountOf(random, currency, frequency)),
    cards: random.weighted<readonly Card[]>([
      [['works'], 66],
      [['declined', 'works'], 8],
      [['withoutMoney', 'declined', 'works'], 4],
      [['asksTheBank'], 8],
      // A membership's dispute and failing refund are the same movements as a donation's.
      [['disputed'], 7],
      [['refundFails'], 7],
    ]),
    locale: random.chance(0.25) ? 'uk' : 'en',
    coversFee: random.chance(0.2),
    hasScript: random.chance(0.8),
    isKnownAddress: random.chance(0.25),
  };
}

/** A whole amount within the bounds, well above the lowest tier's minimum. */
function amountOf(random: Random, currency: GivingCurrency, frequency: Frequency): number {
  const { presets } = defaultAmountRules[currency][frequency];
  const least = Math.min(...presets);
  return random.whole(least, least * 6);
}
