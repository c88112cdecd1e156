import type { Entitlement } from '../../domain/entitlements/entitlement.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

/** Are the extras open, until when, and why (not). */
export function ExtrasLine({
  entitlement,
  timeZone,
}: {
  entitlement: Entitlement;
  timeZone: string;
}) {
  const { locale, t } = useLocale();
  return <p>{extrasText(t, entitlement, locale, timeZone)}</p>;
}

export function extrasText(
  t: Translate,
  entitlement: Entitlement,
  locale: Locale,
  timeZone: string,
): string {
  if (!entitlement.isOpen) return t(`account.extras.closed.${entitlement.because}`);
  const date = entitlement.until ? formatDay(entitlement.until, locale, timeZone) : null;
  switch (entitlement.because) {
    case 'staff':
      return t('account.extras.open.staff');
    case 'membership':
      return date
        ? t('account.extras.open.membershipUntil', { date })
        : t('account.extras.open.membership');
    case 'complimentary':
      return date
        ? t('account.extras.open.complimentaryUntil', { date })
        : t('account.extras.open.complimentary');
    case 'grace':
    case 'cancelled_not_ended':
    case 'gift':
    case 'donor_pass':
      return t(`account.extras.open.${entitlement.because}`, { date: date ?? '' });
  }
}
