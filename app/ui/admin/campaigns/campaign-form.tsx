import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { WordFields } from '../asks/word-fields.tsx';
import { ErrorSummary } from '../error-summary.tsx';

/** What a campaign says, asks for and when. `fixed`: the address and currency of one that there is. */
export function CampaignForm({
  fixed,
  currencies = [],
  typed,
  errors,
  submit,
}: {
  fixed: { readonly slug: string; readonly currency: string } | null;
  /** Those that a new one may ask in. */
  currencies?: readonly string[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  submit: string;
}) {
  const { t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <WordFields
        name="title"
        label={t('campaigns.form.title')}
        {...{ typed, errors }}
        maxLength={120}
      />
      <WordFields
        name="description"
        label={t('campaigns.form.description')}
        {...{ typed, errors }}
        maxLength={2000}
        rows={4}
      />
      {fixed ? null : (
        <TextField
          {...field('slug')}
          label={t('campaigns.form.slug')}
          hint={t('campaigns.form.slugHint')}
          autoComplete="off"
          maxLength={60}
        />
      )}
      <div className="desk-form__row">
        <TextField
          {...field('goal')}
          label={
            fixed
              ? t('campaigns.form.goalIn', { currency: fixed.currency })
              : t('campaigns.form.goal')
          }
          inputMode="decimal"
          autoComplete="off"
          isShort
        />
        {fixed ? null : (
          <Field
            name="currency"
            label={t('campaigns.form.currency')}
            error={errors['currency']}
            isShort
          >
            {(control) => (
              <select {...control} defaultValue={typed['currency'] ?? currencies[0]}>
                {currencies.map((currency) => (
                  <option key={currency}>{currency}</option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <div className="desk-form__row">
        <TextField
          {...field('startsOn')}
          type="date"
          label={t('campaigns.form.startsOn')}
          isShort
        />
        <TextField {...field('endsOn')} type="date" label={t('campaigns.form.endsOn')} isShort />
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
        <ButtonLink to={href('/admin/campaigns')} look="quiet">
          {t('campaigns.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
