import { type Locale, intlTags } from '../../../kernel/locale.ts';

/** "12.5%" from tenths of a percent, with a true minus sign. */
export function shareText(tenths: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
    .format(tenths / 1000)
    .replace('-', '\u2212');
}
