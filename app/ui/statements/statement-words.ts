import type { MonthOfYear } from '../../domain/statements/fiscal-year.ts';
import { monthsOf } from '../../domain/statements/fiscal-year.ts';
import type { PaidFor } from '../../domain/statements/paid-for.ts';
import { formatMoney } from '../../kernel/format.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import type { Translate } from '../../messages/translate.ts';

/** "Membership “Patron”, monthly". */
export function paidForText(t: Translate, paidFor: PaidFor, locale: Locale): string {
  if (paidFor.kind !== 'membership') return t(`account.payments.${paidFor.kind}`);
  return t(
    paidFor.interval === 'month'
      ? 'account.receipt.forMembershipMonth'
      : 'account.receipt.forMembershipYear',
    { tier: paidFor.tierName[locale] },
  );
}

/** A fiscal year in short: "2026", or "2026/27" when it begins after January. */
export function yearLabel(year: number, startMonth: number): string {
  return startMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** Its months: "January – December 2026", "April 2026 – March 2027". */
export function periodText(year: number, startMonth: number, locale: Locale): string {
  const { first, last } = monthsOf(year, startMonth);
  return new Intl.DateTimeFormat(intlTags[locale], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(middleOf(first), middleOf(last));
}

/** An amount as it stands on paper, with its zeros. */
export function sumText(amount: Money, locale: Locale): string {
  return formatMoney(amount, locale, { cents: 'always' });
}

function middleOf({ year, month }: MonthOfYear): Date {
  return new Date(Date.UTC(year, month - 1, 15));
}
