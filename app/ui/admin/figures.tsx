import type { ReactNode } from 'react';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import { type Money, money } from '../../kernel/money.ts';
import { changeInTenths } from '../../domain/reports/percent-change.ts';
import { classesOf } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';

/** An amount with its cents and a true minus sign. */
export function sum(amount: Money, locale: Locale): string {
  return formatMoney(amount, locale, { cents: 'always' }).replace('-', '\u2212');
}

/** A cell of money; `to` leads to what is behind it. */
export function SumCell({
  minor,
  currency,
  to,
  isWideOnly,
  isWidestOnly,
}: {
  minor: number;
  currency: CurrencyCode;
  to?: string;
  isWideOnly?: boolean;
  isWidestOnly?: boolean;
}) {
  const { locale } = useLocale();
  const text = sum(money(minor, currency), locale);
  return (
    <td className={classesOf({ isFigure: true, isWideOnly, isWidestOnly })}>
      {to ? <a href={to}>{text}</a> : text}
    </td>
  );
}

export function wholeNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale]).format(value);
}

/** "+12.5%"; null when there is nothing to compare with. */
export function changeText(before: number, after: number, locale: Locale): string | null {
  const tenths = changeInTenths(before, after);
  if (tenths === null) return null;
  return new Intl.NumberFormat(intlTags[locale], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
    .format(tenths / 1000)
    .replace('-', '\u2212');
}

/** A cell with the change in percent, or a dash that says why there is none. */
export function ChangeCell({
  before,
  after,
  isWideOnly,
  isWidestOnly,
}: {
  before: number;
  after: number;
  isWideOnly?: boolean;
  isWidestOnly?: boolean;
}) {
  const { locale, t } = useLocale();
  const text = changeText(before, after, locale);
  return (
    <td className={`muted ${classesOf({ isFigure: true, isWideOnly, isWidestOnly }) ?? ''}`}>
      {text ?? (
        <>
          <span aria-hidden="true">{t('admin.none')}</span>
          <span className="visually-hidden">{t('admin.noChange')}</span>
        </>
      )}
    </td>
  );
}

/** Several sums that can't be added up, one under the other. */
export function Sums({ amounts }: { amounts: readonly Money[] }): ReactNode {
  const { locale, t } = useLocale();
  if (amounts.length === 0) return t('admin.none');
  return amounts.map((amount) => (
    <span key={amount.currency} className="sums__one">
      {sum(amount, locale)}
    </span>
  ));
}
