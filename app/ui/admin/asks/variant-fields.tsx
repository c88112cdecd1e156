import { frequencies } from '../../../kernel/giving-amounts.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Field } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { WordFields } from './word-fields.tsx';

/** What an ask says to readers, and how often its form suggests to give. */
export function VariantFields(shared: {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t } = useLocale();
  return (
    <>
      <WordFields name="heading" label={t('asks.form.heading')} {...shared} maxLength={160} />
      <WordFields name="body" label={t('asks.form.body')} {...shared} maxLength={1000} rows={3} />
      <Field name="frequency" label={t('asks.form.frequency')}>
        {(control) => (
          <select {...control} defaultValue={shared.typed['frequency'] ?? 'once'}>
            {frequencies.map((one) => (
              <option key={one} value={one}>
                {t(`giving.frequency.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
