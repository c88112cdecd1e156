declare const currencyCode: unique symbol;
/** An upper-case ISO 4217 code. Any currency that Stripe may settle in, not only those we ask in. */
export type CurrencyCode = string & { readonly [currencyCode]?: true };

/** The currencies that readers can give in, in the order that a chooser shows them. */
export const givingCurrencies = ['EUR', 'USD', 'GBP', 'UAH', 'CAD', 'AUD', 'NZD', 'JPY'] as const;
export type GivingCurrency = (typeof givingCurrencies)[number];

export function isGivingCurrency(code: string): code is GivingCurrency {
  return (givingCurrencies as readonly string[]).includes(code);
}

/** Stripe's zero-decimal currencies: https://docs.stripe.com/currencies#zero-decimal */
const zeroDecimal = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);

/** Decimal digits between the major and the minor unit, as Stripe counts them. */
export function minorDigits(currency: CurrencyCode): 0 | 2 {
  return zeroDecimal.has(currency) ? 0 : 2;
}

/** Minor units in one major unit: 100 for EUR, 1 for JPY. */
export function minorPerMajor(currency: CurrencyCode): 1 | 100 {
  return minorDigits(currency) === 0 ? 1 : 100;
}
