import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { VariantFields } from './variant-fields.tsx';

/** How browsers are divided, and what variant B says. */
export function StartTestForm({
  typed,
  errors,
}: {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <div className="desk-form__row">
        <TextField
          {...field('shareB')}
          label={t('askTest.form.shareB')}
          hint={t('askTest.form.shareBHint')}
          inputMode="numeric"
          isShort
        />
        <TextField
          {...field('holdBack')}
          label={t('askTest.form.holdBack')}
          hint={t('askTest.form.holdBackHint')}
          inputMode="numeric"
          isShort
        />
      </div>
      <fieldset className="ask-test__b">
        <legend className="field__label">{t('askTest.form.variantB')}</legend>
        <VariantFields typed={typed} errors={errors} />
      </fieldset>
      <TextArea
        {...field('reason')}
        label={t('asks.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={500}
        rows={2}
        isOptional
      />
      <p>
        <Button look="accent">{t('askTest.form.submit')}</Button>
      </p>
    </form>
  );
}
