import { type GivingCurrency, minorPerMajor } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';

/** How a currency is signed in a language, and on which side of the figures. */
export function currencySign(
  currency: GivingCurrency,
  locale: Locale,
): { sign: string; side: 'before' | 'after' } {
  const written = formatMoney(money(minorPerMajor(currency), currency), locale);
  return {
    sign: written.replace(/[\d\s]/gu, ''),
    side: /^\d/.test(written) ? 'after' : 'before',
  };
}

/** A currency in a chooser: its code, and its sign where that says more ("US$" would repeat "USD"). */
export function currencyLabel(currency: GivingCurrency, locale: Locale): string {
  const { sign } = currencySign(currency, locale);
  return /[a-z]/i.test(sign) ? currency : `${currency} ${sign}`;
}
