import type { PaymentKindGroup, PaymentSourceGroup } from '../../domain/reports/payment-filter.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import { useLocale } from '../use-locale.ts';

export function useKindName(): (kind: PaymentKindGroup) => string {
  const { t } = useLocale();
  return (kind) => {
    switch (kind) {
      case 'charges':
      case 'refunds':
      case 'disputes':
        return t(`admin.kindGroup.${kind}`);
      default:
        return t(`payments.kind.${kind}`);
    }
  };
}

export function useSourceName(): (source: PaymentSourceGroup) => string {
  const { t } = useLocale();
  return (source) =>
    source === 'once' || source === 'recurring'
      ? t(`admin.line.${source}`)
      : t(`payments.source.${source}`);
}

/** "Ukraine (UA)"; the code alone when it has no name. */
export function countryName(code: string, locale: Locale): string {
  const name = new Intl.DisplayNames(intlTags[locale], { type: 'region' }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}
