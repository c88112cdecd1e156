import { grantReasonLimit } from '../../../domain/grants/grant.ts';
import type { TierView } from '../../../domain/memberships/tier.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

/** To whom, what, from when until when, and why. */
export function GrantForm({
  tiers,
  typed,
  errors,
}: {
  tiers: readonly Pick<TierView, 'slug' | 'name'>[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { locale, t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <TextField
        {...field('email')}
        type="email"
        label={t('grants.form.email')}
        hint={t('grants.form.emailHint')}
        autoComplete="off"
      />
      <Field name="tier" label={t('grants.form.tier')} error={errors['tier']} isShort>
        {(control) => (
          <select {...control} defaultValue={typed['tier'] ?? ''}>
            {tiers.map((tier) => (
              <option key={tier.slug} value={tier.slug}>
                {tier.name[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="desk-form__row">
        <TextField
          {...field('startsOn')}
          type="date"
          label={t('grants.form.startsOn')}
          hint={t('grants.form.datesHint')}
          isShort
        />
        <TextField
          {...field('endsOn')}
          type="date"
          label={t('grants.form.endsOn')}
          hint={t('grants.form.endsOnHint')}
          isOptional
          isShort
        />
      </div>
      <TextArea
        {...field('reason')}
        label={t('grants.form.reason')}
        hint={t('grants.form.reasonHint')}
        maxLength={grantReasonLimit}
        rows={2}
      />
      <p>
        <Button look="accent">{t('grants.form.submit')}</Button>
      </p>
    </form>
  );
}
