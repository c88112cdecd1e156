import type { GivingCurrency } from '../../kernel/currencies.ts';

const byRegion: Readonly<Record<string, GivingCurrency>> = {
  US: 'USD',
  GB: 'GBP',
  UA: 'UAH',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  ...Object.fromEntries(
    'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'
      .split(' ')
      .map((region) => [region, 'EUR' as const]),
  ),
};

/** Languages whose readers mostly live with one currency, for tags that name no region. */
const byLanguage: Readonly<Record<string, GivingCurrency>> = { uk: 'UAH', ja: 'JPY' };

/**
 * The currency that a reader's languages (BCP 47, best first) point to, or null. Only ever a
 * suggestion: a language is not a wallet.
 */
export function guessCurrency(languages: readonly string[]): GivingCurrency | null {
  for (const tag of languages) {
    const [language = '', ...rest] = tag.trim().split('-');
    const region = rest.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase();
    const guess = region ? byRegion[region] : byLanguage[language.toLowerCase()];
    if (guess) return guess;
  }
  return null;
}

/** The languages of an `Accept-Language` header, best first (RFC 9110, section 12.5.4). */
export function languagesOf(header: string | null): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = /q=([01](?:\.\d{0,3})?)/.exec(parameters.join(';'))?.[1];
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
