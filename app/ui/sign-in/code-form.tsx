import type { ReactNode } from 'react';
import { Button } from '../elements/button.tsx';
import { Field } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';

/** The six digits from the mail. One field, so that pasting and the phone's own suggestion work. */
export function CodeForm({
  typed = '',
  problem,
}: {
  typed?: string;
  /** What is wrong, in words. */
  problem?: ReactNode;
}) {
  const { t } = useLocale();
  return (
    <form method="post" className="sign-in__form" noValidate>
      <Field name="code" label={t('account.code.label')} isShort>
        {(control) => (
          <input
            {...control}
            className="field__control sign-in__code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            defaultValue={typed}
            {...(problem ? { 'aria-invalid': true, 'aria-describedby': 'code-problem' } : {})}
          />
        )}
      </Field>
      {problem ? (
        <p className="field__error sign-in__problem" id="code-problem">
          {problem}
        </p>
      ) : null}
      <Button look="accent">{t('account.code.submit')}</Button>
    </form>
  );
}
