import { isPlainReaderKind } from '../../../domain/entitlements/reader-kind.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Translate } from '../../../messages/translate.ts';

export interface NamedTier {
  readonly slug: string;
  readonly name: Readonly<Record<Locale, string>>;
}

/** Every kind of reader there is, the least entitled first. */
export function kindsWith(tiers: readonly NamedTier[]): string[] {
  return ['nobody', 'reader', 'donor', ...tiers.map(({ slug }) => slug), 'staff'];
}

export function kindName(
  kind: string,
  { tiers, locale, t }: { tiers: readonly NamedTier[]; locale: Locale; t: Translate },
): string {
  if (isPlainReaderKind(kind)) return t(`preview.kind.${kind}`);
  const tier = tiers.find(({ slug }) => slug === kind);
  return t('preview.kind.tier', { tier: tier?.name[locale] ?? kind });
}
