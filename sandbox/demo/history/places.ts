import type { GivingCurrency } from '../../../app/kernel/currencies.ts';
import type { NameStock } from './names.ts';

/** A country that readers give from. */
export interface Place {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Share among supporters, in thousandths. */
  readonly share: number;
  readonly currency: GivingCurrency;
  /** Hours ahead of UTC, roughly: people give in their own evening. */
  readonly hoursAhead: number;
  readonly names: NameStock;
  /** A test card of the country, or one that passes anywhere. */
  readonly card: string;
}

const visa = '4242424242424242';

function place(
  country: string,
  share: number,
  currency: GivingCurrency,
  hoursAhead: number,
  names: NameStock,
  card = visa,
): Place {
  return { country, share, currency, hoursAhead, names, card };
}

/** Where the audience lives: Ukraine, its diaspora, and readers all over the world. */
export const places: readonly Place[] = [
  place('UA', 130, 'UAH', 2, 'ukrainian', '4000008040000007'),
  place('DE', 150, 'EUR', 1, 'german', '4000002760000016'),
  place('FR', 62, 'EUR', 1, 'french', '4000002500000003'),
  place('NL', 58, 'EUR', 1, 'dutch', '4000005280000002'),
  place('IE', 38, 'EUR', 0, 'english', '4000003720000005'),
  place('PL', 52, 'EUR', 1, 'polish', '4000006160000005'),
  place('ES', 34, 'EUR', 1, 'spanish', '4000007240000007'),
  place('IT', 36, 'EUR', 1, 'italian', '4000003800000008'),
  place('AT', 28, 'EUR', 1, 'german', '4000000400000008'),
  place('BE', 22, 'EUR', 1, 'dutch', '4000000560000004'),
  place('FI', 20, 'EUR', 2, 'nordic', '4000002460000001'),
  place('SE', 22, 'EUR', 1, 'nordic', '4000007520000008'),
  place('NO', 12, 'EUR', 1, 'nordic', '4000005780000007'),
  place('CH', 20, 'EUR', 1, 'german', '4000007560000009'),
  place('EE', 12, 'EUR', 2, 'nordic', '4000002330000009'),
  place('PT', 10, 'EUR', 0, 'spanish', '4000006200000007'),
  place('US', 200, 'USD', -6, 'english', visa),
  place('GB', 84, 'GBP', 0, 'english', '4000008260000000'),
  place('CA', 30, 'CAD', -5, 'english', '4000001240000000'),
  place('AU', 16, 'AUD', 10, 'english', '4000000360000006'),
  place('NZ', 6, 'NZD', 12, 'english', '4000005540000008'),
  place('JP', 7, 'JPY', 9, 'japanese', '4000003920000003'),
];

/** How many of a country's supporters have Ukrainian names: the diaspora. */
export function diasporaShare(place: Place): number {
  return ['PL', 'DE', 'CA', 'US', 'IE'].includes(place.country) ? 0.2 : 0.06;
}
