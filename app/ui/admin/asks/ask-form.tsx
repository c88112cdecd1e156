import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { VariantFields } from './variant-fields.tsx';

/** What an ask says, and where and to whom. */
export function AskForm({
  typed,
  errors,
  submit,
  knowsCountry,
}: {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  submit: string;
  /** Does anything in front tell where a reader is? */
  knowsCountry: boolean;
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
      <VariantFields typed={typed} errors={errors} />
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
      <TextField
        {...field('countries')}
        label={t('asks.form.countries')}
        hint={t(knowsCountry ? 'asks.form.countriesHint' : 'asks.form.countriesUnknown')}
        isOptional
      />
      <div className="desk-form__row">
        <TextField
          {...field('maxViews')}
          label={t('asks.form.maxViews')}
          hint={t('asks.form.maxViewsHint')}
          inputMode="numeric"
          isOptional
          isShort
        />
        <TextField
          {...field('minArticles')}
          label={t('asks.form.minArticles')}
          hint={t('asks.form.minArticlesHint')}
          inputMode="numeric"
          isOptional
          isShort
        />
      </div>
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
