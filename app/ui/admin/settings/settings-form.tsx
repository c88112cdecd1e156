import { givingCurrencies } from '../../../kernel/currencies.ts';
import { intlTags } from '../../../kernel/locale.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { type FormAnswer, ReasonField } from './desk-form-parts.tsx';

/** Who the newsroom is, what stands on its receipts, and its rules of days and money. */
export function SettingsForm({
  typed,
  errors,
  version,
  timeZones,
}: Omit<FormAnswer, 'isStale'> & { version: string; timeZones: readonly string[] }) {
  const { locale, t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  const monthNames = new Intl.DateTimeFormat(intlTags[locale], { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index): [string, string] => [
    String(index + 1),
    monthNames.format(new Date(Date.UTC(2026, index, 1))),
  ]);
  const same = (values: readonly string[]) =>
    values.map((value): [string, string] => [value, value]);
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <h2>{t('settings.who')}</h2>
      <TextField {...field('nameEn')} label={t('settings.nameEn')} maxLength={200} required />
      <TextField {...field('nameUk')} label={t('settings.nameUk')} maxLength={200} required />
      <TextField {...field('taglineEn')} label={t('settings.taglineEn')} isOptional />
      <TextField {...field('taglineUk')} label={t('settings.taglineUk')} isOptional />
      <TextField
        {...field('contactEmail')}
        type="email"
        label={t('settings.contactEmail')}
        required
      />
      <h2>{t('settings.receipt')}</h2>
      <p className="field__hint">{t('settings.receiptLead')}</p>
      <TextField {...field('legalName')} label={t('settings.legalName')} maxLength={200} required />
      <TextArea {...field('address')} label={t('settings.address')} rows={3} isOptional />
      <TextField {...field('taxId')} label={t('settings.taxId')} maxLength={100} isOptional />
      <TextArea
        {...field('receiptNoteEn')}
        label={t('settings.receiptNoteEn')}
        hint={t('settings.receiptNoteHint')}
        rows={3}
        isOptional
      />
      <TextArea
        {...field('receiptNoteUk')}
        label={t('settings.receiptNoteUk')}
        rows={3}
        isOptional
      />
      <p>
        <Button
          formMethod="get"
          formAction={href('/admin/settings/receipt-example.pdf')}
          formTarget="_blank"
        >
          {t('settings.example')}
        </Button>{' '}
        <span className="field__hint">{t('settings.exampleHint')}</span>
      </p>
      <h2>{t('settings.rules')}</h2>
      <Select
        {...field('timeZone')}
        label={t('settings.timeZone')}
        hint={t('settings.timeZoneHint')}
        options={same(timeZones)}
      />
      <Select
        {...field('fiscalYearStartMonth')}
        label={t('settings.fiscalYearStartMonth')}
        options={months}
      />
      <Select
        {...field('defaultCurrency')}
        label={t('settings.defaultCurrency')}
        options={same(givingCurrencies)}
      />
      <TextField
        {...field('currencies')}
        label={t('settings.currencies')}
        hint={t('settings.currenciesHint', { all: givingCurrencies.join(', ') })}
      />
      <TextField
        {...field('graceDays')}
        label={t('settings.graceDays')}
        inputMode="numeric"
        isShort
      />
      <TextField
        {...field('donorPassDays')}
        label={t('settings.donorPassDays')}
        inputMode="numeric"
        isShort
      />
      <fieldset>
        <legend className="field__label">{t('settings.donorPassMinimums')}</legend>
        <p className="field__hint">{t('settings.donorPassMinimumsHint')}</p>
        <div className="desk-form__row">
          {givingCurrencies.map((currency) => (
            <TextField
              key={currency}
              {...field(`pass-${currency}`)}
              label={currency}
              inputMode="decimal"
              isShort
            />
          ))}
        </div>
      </fieldset>
      <ReasonField typed={typed} errors={errors} isOptional />
      <p>
        <Button look="accent">{t('settings.save')}</Button>
      </p>
    </form>
  );
}

function Select({
  defaultValue,
  options,
  ...shape
}: Omit<Parameters<typeof Field>[0], 'children'> & {
  defaultValue: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <Field {...shape}>
      {(control) => (
        <select {...control} defaultValue={defaultValue}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
