import {
  type PaymentFilter,
  paymentKinds,
  paymentSources,
} from '../../domain/reports/payment-filter.ts';
import { type MonthKey, monthsUpTo } from '../../domain/reports/report-month.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { Button } from '../elements/button.tsx';
import { Field } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';
import { monthName, useDates } from './dates.tsx';

/** Chooses which payments are listed. `current` is the month that runs now. */
export function PaymentFilters({ filter, current }: { filter: PaymentFilter; current: MonthKey }) {
  const { locale, t, href } = useLocale();
  const { instant } = useDates();
  const months = monthsUpTo(current, 36).reverse();
  if (filter.month && !months.includes(filter.month)) months.push(filter.month);
  const notes = [
    filter.until ? t('admin.onlyUntil', { instant: instant(filter.until) }) : null,
    filter.isWaiting ? t('admin.onlyWaiting') : null,
    filter.settledIn ? t('admin.onlySettledIn', { currency: filter.settledIn }) : null,
    filter.articleId ? t('admin.onlyArticle') : null,
  ].filter((note) => note !== null);
  return (
    <>
      <form className="filters" method="get" action={href('/admin/payments')}>
        <Choose
          name="month"
          label={t('admin.filterMonth')}
          any={t('admin.anyMonth')}
          chosen={filter.month}
          options={months.map((month) => ({ value: month, label: monthName(month, locale) }))}
        />
        <Choose
          name="source"
          label={t('admin.filterSource')}
          any={t('admin.anySource')}
          chosen={filter.source}
          options={paymentSources.map((value) => ({ value, label: t(`admin.line.${value}`) }))}
        />
        <Choose
          name="kind"
          label={t('admin.filterKind')}
          any={t('admin.anyKind')}
          chosen={filter.kind}
          options={paymentKinds.map((value) => ({ value, label: t(`admin.kindGroup.${value}`) }))}
        />
        <Choose
          name="currency"
          label={t('admin.filterCurrency')}
          any={t('admin.anyCurrency')}
          chosen={filter.currency}
          options={givingCurrencies.map((value) => ({ value, label: value }))}
        />
        <Button>{t('admin.filter')}</Button>
      </form>
      {notes.length > 0 ? (
        <p className="filters__said">
          {notes.join(' ')} <a href={href('/admin/payments')}>{t('admin.clearFilters')}</a>
        </p>
      ) : null}
    </>
  );
}

function Choose({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select {...control} defaultValue={chosen ?? ''}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
