import { frequencies } from '../../../kernel/giving-amounts.ts';
import { Button } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { type FormAnswer, ReasonField } from '../settings/desk-form-parts.tsx';

const figures = ['min', 'max', 'suggested'] as const;

/** Bounds and suggestions of one currency. */
export function AmountForm({
  typed,
  errors,
  version,
}: Omit<FormAnswer, 'isStale'> & { version: string }) {
  const { t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      {frequencies.map((frequency) => (
        <fieldset key={frequency}>
          <legend className="field__label">{t(`amounts.${frequency}`)}</legend>
          <TextField
            {...field(`${frequency}-presets`)}
            label={t('amounts.presets')}
            hint={t('amounts.presetsHint')}
            inputMode="decimal"
            autoComplete="off"
            required
          />
          <div className="desk-form__row">
            {figures.map((figure) => (
              <TextField
                key={figure}
                {...field(`${frequency}-${figure}`)}
                label={t(`amounts.${figure}`)}
                inputMode="decimal"
                autoComplete="off"
                isShort
                required
              />
            ))}
          </div>
        </fieldset>
      ))}
      <ReasonField typed={typed} errors={errors} />
      <p>
        <Button look="accent">{t('amounts.save')}</Button>
      </p>
    </form>
  );
}
