import {
  type GivingField,
  type GivingFormView,
  boundsOf,
  displayNameLimit,
  noteLimit,
} from '../../domain/asks/giving-form.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';

/** What to tell the reader about a field, or null when it is fine. */
export function problemMessage(
  field: GivingField,
  form: Pick<GivingFormView, 'problems' | 'rules' | 'currency' | 'frequency'>,
  speech: { readonly t: Translate; readonly locale: Locale },
): string | null {
  const { t, locale } = speech;
  const { min, max } = boundsOf(form.rules[form.currency][form.frequency], form.currency);
  const bounds = { min: formatMoney(min, locale), max: formatMoney(max, locale) };
  if (field === 'displayName') {
    return form.problems.displayName ? t('giving.nameTooLong', { limit: displayNameLimit }) : null;
  }
  if (field === 'note') {
    return form.problems.note ? t('giving.noteTooLong', { limit: noteLimit }) : null;
  }
  switch (form.problems.amount) {
    case undefined:
      return null;
    case 'amount_missing':
      return t('giving.amountMissing');
    case 'amount_unreadable':
      return t('giving.amountUnreadable');
    case 'currency_gone':
      return t('giving.currencyGone', { currency: form.currency });
    case 'amount_too_low':
      return t(`giving.amountTooLow.${form.frequency}`, bounds);
    case 'amount_too_high':
      return t(`giving.amountTooHigh.${form.frequency}`, bounds);
  }
}
