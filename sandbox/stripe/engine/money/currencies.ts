import { invalidRequest, StripeApiError } from '../errors.ts';

/** https://docs.stripe.com/currencies#zero-decimal */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
/** Sent with two decimals that must be 00 (https://docs.stripe.com/currencies#special-cases). */
const WHOLE_AMOUNTS_ONLY = new Set(['isk', 'ugx']);
/** Charged with two decimals, paid out in whole units (https://docs.stripe.com/currencies#special-cases). */
const WHOLE_PAYOUTS = new Set(['huf', 'twd']);
/** Three decimals: the product never takes them, and neither does the sandbox. */
const REFUSED = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);

/** Smallest charge, in minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const MINIMUMS: Record<string, number> = {
  usd: 50,
  eur: 50,
  gbp: 30,
  chf: 50,
  aud: 50,
  cad: 50,
  nzd: 50,
  jpy: 50,
  sek: 300,
  nok: 300,
  dkk: 250,
  pln: 200,
  czk: 1500,
  huf: 17500,
  ron: 200,
  bgn: 100,
};

export function decimalsOf(currency: string): 0 | 2 {
  return ZERO_DECIMAL.has(currency) ? 0 : 2;
}

/** A payout's amount in minor units must be a multiple of this. */
export function payoutStepOf(currency: string): 1 | 100 {
  return WHOLE_PAYOUTS.has(currency) ? 100 : 1;
}

/** Lower-cases and accepts a currency, or refuses it in Stripe's words. */
export function readCurrency(
  value: string,
  rates: Record<string, number>,
  param = 'currency',
): string {
  const currency = value.toLowerCase();
  if (REFUSED.has(currency) || rates[currency] === undefined) {
    throw invalidRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${Object.keys(rates).join(', ')}`,
      param,
    );
  }
  return currency;
}

/** The least that can be charged, in minor units; where Stripe's table is silent, what 50 cents are worth. */
export function smallestCharge(currency: string, equivalent: number): number {
  return MINIMUMS[currency] ?? equivalent;
}

/** Refuses amounts below the minimum, above eight digits, or with cents where there are none. */
export function checkChargeAmount(
  amount: number,
  currency: string,
  eurMinimumEquivalent: number,
): void {
  if (WHOLE_AMOUNTS_ONLY.has(currency) && amount % 100 !== 0) {
    throw invalidRequest(`Invalid amount: ${currency} amounts must be divisible by 100.`, 'amount');
  }
  if (amount > 99_999_999) {
    throw new StripeApiError({
      status: 400,
      type: 'invalid_request_error',
      code: 'amount_too_large',
      message: `Amount must be no more than ${write(99_999_999, currency)}`,
      param: 'amount',
    });
  }
  const minimum = smallestCharge(currency, eurMinimumEquivalent);
  if (amount < minimum) {
    throw new StripeApiError({
      status: 400,
      type: 'invalid_request_error',
      code: 'amount_too_small',
      message: `The Checkout Session's total amount must convert to at least 50 cents. ${write(amount, currency)} is below the minimum of ${write(minimum, currency)}.`,
      param: 'amount',
    });
  }
}

/** In the API's own plain words, such as `0.30 eur`; not for pages. */
function write(minor: number, currency: string): string {
  if (decimalsOf(currency) === 0) return `${minor} ${currency}`;
  const cents = String(minor % 100).padStart(2, '0');
  return `${Math.floor(minor / 100)}.${cents} ${currency}`;
}
