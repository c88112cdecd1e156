import {
  type PaymentFilter,
  type PaymentFilterName,
  paymentFields,
  paymentKinds,
  paymentSources,
} from '../../domain/reports/payment-filter.ts';
import { wholeMonth } from '../../domain/reports/report-range.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { Button } from '../elements/button.tsx';
import { Field } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';
import { useKindName, useSourceName } from './payment-words.ts';

interface Props {
  filter: PaymentFilter;
  /** What the address holds in the fields where people type. */
  typed: Readonly<Partial<Record<'from' | 'to', string>>>;
  unreadable: readonly PaymentFilterName[];
}

/** Chooses which payments are listed. What a figure's link asked besides stays, until its chip is taken away. */
export function PaymentFilters({ filter, typed, unreadable }: Props) {
  const { locale, t, href } = useLocale();
  const kindName = useKindName();
  const sourceName = useSourceName();
  const { from, to, month, until: _, kind, source, currency, ...rest } = filter;
  const days = from || to || !month ? { from, to } : wholeMonth(month);
  const others = unreadable.filter((name) => name !== 'from' && name !== 'to');
  return (
    <>
      {others.length > 0 ? (
        <Notice>
          {t('payments.unreadable', {
            fields: new Intl.ListFormat(locale).format(
              others.map((name) => `“${t(`payments.field.${name}`)}”`),
            ),
          })}
        </Notice>
      ) : null}
      <form
        className="filters payment-filters"
        method="get"
        action={href('/admin/payments')}
        noValidate
      >
        {paymentFields(rest).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(['from', 'to'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`overview.${name}`)}
            error={unreadable.includes(name) ? 'payments.badDay' : null}
          >
            {(control) => (
              <input
                {...control}
                type={unreadable.includes(name) ? 'text' : 'date'}
                defaultValue={unreadable.includes(name) ? typed[name] : (days[name] ?? '')}
              />
            )}
          </Field>
        ))}
        <Choose
          name="source"
          label={t('admin.filterSource')}
          any={t('admin.anySource')}
          chosen={source}
          options={paymentSources.map((value) => ({ value, label: sourceName(value) }))}
        />
        <Choose
          name="kind"
          label={t('admin.filterKind')}
          any={t('admin.anyKind')}
          chosen={kind}
          options={paymentKinds.map((value) => ({ value, label: kindName(value) }))}
        />
        <Choose
          name="currency"
          label={t('admin.filterCurrency')}
          any={t('admin.anyCurrency')}
          chosen={currency}
          options={givingCurrencies.map((value) => ({ value, label: value }))}
        />
        <Button>{t('admin.filter')}</Button>
      </form>
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
