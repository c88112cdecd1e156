import { noticeBounds } from '../../../domain/memberships/prices/price-change.ts';
import { givingCurrencies } from '../../../kernel/currencies.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { FormAnswer } from '../settings/desk-form-parts.tsx';

/** The minimums and what happens to present patrons. Sent by GET: it only asks what it would mean. */
export function PriceForm({ typed, errors }: Omit<FormAnswer, 'isStale'>) {
  const { t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  const choice = (value: 'keep' | 'move') => ({
    ...{ type: 'radio' as const, name: 'patrons', value },
    defaultChecked: (typed['patrons'] ?? 'keep') === value,
  });
  return (
    <form method="get" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      {givingCurrencies.map((currency) => (
        <fieldset key={currency}>
          <legend className="field__label">{currency}</legend>
          <div className="desk-form__row">
            {(['month', 'year'] as const).map((interval) => (
              <TextField
                key={interval}
                {...field(`${currency}-${interval}`)}
                label={t(`tiers.prices.${interval}`, { currency })}
                inputMode="decimal"
                autoComplete="off"
                isShort
              />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset id="patrons">
        <legend className="field__label">{t('tiers.prices.patrons')}</legend>
        <Choice
          {...choice('keep')}
          label={t('tiers.prices.keep')}
          hint={t('tiers.prices.keepHint')}
        />
        <Choice
          {...choice('move')}
          label={t('tiers.prices.move')}
          hint={t('tiers.prices.moveHint')}
        />
      </fieldset>
      <TextField
        {...field('noticeDays')}
        defaultValue={typed['noticeDays'] ?? String(noticeBounds.usual)}
        label={t('tiers.prices.noticeDays')}
        inputMode="numeric"
        isShort
      />
      <p>
        <Button>{t('tiers.prices.preview')}</Button>
      </p>
    </form>
  );
}
