import { perks } from '../../../domain/memberships/tier.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { type FormAnswer, ReasonField } from '../settings/desk-form-parts.tsx';

/** What a tier is called, opens, and where it stands. `version` is null for a new one. */
export function TierForm({
  typed,
  errors,
  version,
}: Omit<FormAnswer, 'isStale'> & { version: string | null }) {
  const { t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      {version === null ? (
        <TextField
          {...field('slug')}
          label={t('tiers.form.slug')}
          hint={t('tiers.form.slugHint')}
          maxLength={40}
          autoComplete="off"
          isShort
          required
        />
      ) : (
        <input type="hidden" name="version" value={version} />
      )}
      <TextField {...field('nameEn')} label={t('tiers.form.nameEn')} maxLength={60} required />
      <TextField {...field('nameUk')} label={t('tiers.form.nameUk')} maxLength={60} required />
      <TextArea
        {...field('descriptionEn')}
        label={t('tiers.form.descriptionEn')}
        rows={2}
        isOptional
      />
      <TextArea
        {...field('descriptionUk')}
        label={t('tiers.form.descriptionUk')}
        rows={2}
        isOptional
      />
      <TextField
        {...field('rank')}
        label={t('tiers.form.rank')}
        hint={t('tiers.form.rankHint')}
        inputMode="numeric"
        isShort
        required
      />
      <fieldset>
        <legend className="field__label">{t('tiers.form.perks')}</legend>
        {perks.map((perk) => (
          <Choice
            key={perk}
            type="checkbox"
            name={`perk-${perk}`}
            value="yes"
            label={t(`admin.perk.${perk}`)}
            defaultChecked={typed[`perk-${perk}`] === 'yes'}
          />
        ))}
      </fieldset>
      <Choice
        type="checkbox"
        name="isActive"
        value="yes"
        label={t('tiers.form.isActive')}
        hint={t('tiers.form.isActiveHint')}
        defaultChecked={typed['isActive'] === 'yes'}
      />
      <ReasonField typed={typed} errors={errors} />
      <p>
        <Button look="accent">{t(version === null ? 'tiers.form.add' : 'tiers.form.save')}</Button>
      </p>
    </form>
  );
}
