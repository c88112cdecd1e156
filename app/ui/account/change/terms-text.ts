import { formatMoney } from '../../../kernel/format.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Translate } from '../../../messages/translate.ts';

/** "€5 a month" */
export function eachInterval(
  t: Translate,
  locale: Locale,
  { amount, interval }: { readonly amount: Money; readonly interval: Interval },
): string {
  return t(interval === 'month' ? 'account.membership.perMonth' : 'account.membership.perYear', {
    amount: formatMoney(amount, locale),
  });
}
