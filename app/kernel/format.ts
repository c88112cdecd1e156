import { minorDigits, minorPerMajor } from './currencies.ts';
import { type Locale, intlTags } from './locale.ts';
import type { Money } from './money.ts';

/** Their narrow sign is theirs alone; "$" is not, so dollars keep their country ("US$25"). */
const unmistakable = new Set<string>(['EUR', 'GBP', 'UAH', 'JPY']);

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * An amount the reader's way: "€25", "€12.50", "US$25", "500 ₴". Whole amounts lose their zeros
 * unless `cents: 'always'` (tables, receipts).
 */
export function formatMoney(
  amount: Money,
  locale: Locale,
  options: { cents?: 'always' | 'auto' } = {},
): string {
  const per = minorPerMajor(amount.currency);
  const whole = amount.amountMinor % per === 0 && options.cents !== 'always';
  const digits = whole ? 0 : minorDigits(amount.currency);
  const key = `${locale} ${amount.currency} ${digits}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(intlTags[locale], {
      style: 'currency',
      currency: amount.currency,
      currencyDisplay: unmistakable.has(amount.currency) ? 'narrowSymbol' : 'symbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(amount.amountMinor / per);
}

/** A day: "22 November 2026". */
export function formatDay(instant: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(intlTags[locale], { dateStyle: 'long', timeZone }).format(instant);
}

/** A day and a time: "22 Nov 2026, 18:40". */
export function formatInstant(instant: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(intlTags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(instant);
}
