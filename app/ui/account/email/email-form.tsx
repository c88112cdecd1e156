import { emailMaxLength } from '../../../domain/supporters/email-address.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** Asks for another address. `isAnother`: one is under way, which a new wish replaces. */
export function EmailForm({
  isAnother,
  typed,
  error,
}: {
  isAnother: boolean;
  typed?: string | undefined;
  error?: MessageKey | undefined;
}) {
  const { t } = useLocale();
  const fields = (
    <form method="post" noValidate>
      {isAnother ? null : <p>{t('identity.email.lead')}</p>}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={t('identity.email.new')}
        maxLength={emailMaxLength}
        defaultValue={typed}
        error={error}
        required
      />
      <p className="account__acts">
        <Button look={isAnother ? 'plain' : 'accent'}>{t('identity.email.submit')}</Button>
      </p>
    </form>
  );
  if (!isAnother) return <div className="account__part">{fields}</div>;
  return (
    <details className="account__part" open={error !== undefined}>
      <summary>{t('identity.email.another')}</summary>
      {fields}
    </details>
  );
}
