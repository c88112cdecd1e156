import { staffReasonLimit } from '../../../domain/supporters/staff/staff.ts';
import { roles } from '../../../domain/supporters/viewer.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

/** A role, and why. With `hasAddress` also whose it is to be, and the language to write to them in. */
export function RoleForm({
  hasAddress,
  typed,
  errors,
  submit,
}: {
  hasAddress: boolean;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  submit: string;
}) {
  const { locale, t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      {hasAddress ? (
        <>
          <TextField
            {...field('email')}
            type="email"
            label={t('staff.form.email')}
            hint={t('staff.form.emailHint')}
            autoComplete="off"
          />
          <Field name="language" label={t('staff.form.language')} isShort>
            {(control) => (
              <select {...control} defaultValue={typed['language'] ?? locale}>
                <option value="en" lang="en">
                  English
                </option>
                <option value="uk" lang="uk">
                  Українська
                </option>
              </select>
            )}
          </Field>
        </>
      ) : null}
      <fieldset id="role" aria-describedby={errors['role'] ? 'role-error' : undefined}>
        <legend className="field__label">{t('staff.role')}</legend>
        {roles.map((role) => (
          <Choice
            key={role}
            type="radio"
            name="role"
            value={role}
            defaultChecked={typed['role'] === role}
            label={t(`staff.role.${role}`)}
            hint={t(`staff.roleMeans.${role}`)}
          />
        ))}
        {errors['role'] ? (
          <span className="field__error" id="role-error">
            {t(errors['role'])}
          </span>
        ) : null}
      </fieldset>
      <TextArea
        {...field('reason')}
        label={t('staff.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={staffReasonLimit}
        rows={2}
      />
      <p>
        <Button look="accent">{submit}</Button>{' '}
        <ButtonLink to={href('/admin/staff')} look="quiet">
          {t('staff.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
