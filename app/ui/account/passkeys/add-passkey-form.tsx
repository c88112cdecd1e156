import { passkeyNameLimit } from '../../../domain/supporters/passkeys/passkey.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** Has the device make a passkey. That needs a script, and a browser that knows how. */
export function AddPasskeyForm({
  name,
  error,
  next,
}: {
  name: string;
  error: MessageKey | null;
  /** Where its owner came from, to go on to afterwards. */
  next: string | null;
}) {
  const { t, href } = useLocale();
  return (
    <>
      <p data-without-script="">{t('passkeys.needsScript')}</p>
      <p data-passkey-unsupported="" hidden>
        {t('passkeys.unsupported')}
      </p>
      <form
        method="post"
        action={href('/account/passkeys')}
        className="sign-in__form"
        data-passkey="add"
        data-challenge={href('/account/passkeys/challenge')}
        noValidate
        hidden
      >
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <input type="hidden" name="credential" />
        <TextField
          name="name"
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          maxLength={passkeyNameLimit}
          autoComplete="off"
          defaultValue={name}
          error={error}
        />
        <div role="alert">
          <p className="field__error" data-passkey-problem="device" hidden>
            {t('passkeys.problem.cancelled')}
          </p>
          {/* What browsers say when the device has one of the passkeys that we named. */}
          <p className="field__error" data-passkey-problem="InvalidStateError" hidden>
            {t('passkeys.problem.known')}
          </p>
          <p className="field__error" data-passkey-problem="busy" hidden>
            {t('passkeys.problem.tooOften')}
          </p>
        </div>
        <Button look="accent">{t('passkeys.addSubmit')}</Button>
      </form>
    </>
  );
}
