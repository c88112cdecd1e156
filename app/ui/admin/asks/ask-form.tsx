import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { WordFields } from './word-fields.tsx';

/** What an ask says, and where and to whom. */
export function AskForm({
  typed,
  errors,
  submit,
}: {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  submit: string;
}) {
  const { t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <TextField
        {...field('name')}
        label={t('asks.form.name')}
        hint={t('asks.form.nameHint')}
        maxLength={80}
      />
      <WordFields
        name="heading"
        label={t('asks.form.heading')}
        {...{ typed, errors }}
        maxLength={160}
      />
      <WordFields
        name="body"
        label={t('asks.form.body')}
        {...{ typed, errors }}
        maxLength={1000}
        rows={3}
      />
      <TextField
        {...field('anyTags')}
        label={t('asks.form.anyTags')}
        hint={t('asks.form.listHint')}
        isOptional
      />
      <TextField {...field('noTags')} label={t('asks.form.noTags')} isOptional />
      <TextField
        {...field('sections')}
        label={t('asks.form.sections')}
        hint={t('asks.form.sectionsHint')}
        isOptional
      />
      <fieldset>
        <legend className="field__label">{t('asks.form.where')}</legend>
        <Choice
          type="checkbox"
          name="onSensitive"
          value="yes"
          defaultChecked={typed['onSensitive'] === 'yes'}
          label={t('asks.form.onSensitive')}
        />
        <Choice
          type="checkbox"
          name="forPatrons"
          value="yes"
          defaultChecked={typed['forPatrons'] === 'yes'}
          label={t('asks.form.forPatrons')}
        />
      </fieldset>
      <div className="desk-form__row">
        <TextField
          {...field('startsOn')}
          type="date"
          label={t('asks.form.startsOn')}
          isOptional
          isShort
        />
        <TextField
          {...field('endsOn')}
          type="date"
          label={t('asks.form.endsOn')}
          isOptional
          isShort
        />
      </div>
      <TextArea
        {...field('reason')}
        label={t('asks.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={500}
        rows={2}
        isOptional
      />
      <p>
        <Button look="accent">{submit}</Button>{' '}
        <ButtonLink to={href('/admin/asks')} look="quiet">
          {t('asks.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
