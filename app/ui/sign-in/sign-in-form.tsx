import { emailMaxLength } from '../../domain/supporters/email-address.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { Button } from '../elements/button.tsx';
import { TextField } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';

/** Asks for the address to write to. Posts to the sign-in page wherever it stands. */
export function SignInForm({
  next,
  typed = '',
  error,
  submit,
}: {
  /** A path of ours to lead to afterwards. */
  next: string | null;
  typed?: string;
  error?: MessageKey | null;
  submit?: string;
}) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href('/sign-in')} className="sign-in__form" noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        // The second word lets browsers suggest passkeys here as well.
        autoComplete="email webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={emailMaxLength}
        label={t('account.signIn.email')}
        hint={t('account.signIn.emailHint')}
        defaultValue={typed}
        error={error}
      />
      <Button look="accent">{submit ?? t('account.signIn.submit')}</Button>
    </form>
  );
}
