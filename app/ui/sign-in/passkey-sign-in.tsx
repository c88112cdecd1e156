import { Button } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

/** Signing in with a passkey. Without a script there is none: the form stays hidden. */
export function PasskeySignIn({
  next,
  suggests = true,
}: {
  next: string | null;
  /** May the browser offer passkeys in the address field by itself? */
  suggests?: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <form
      method="post"
      action={href('/sign-in/passkey')}
      className="passkey-sign-in"
      data-passkey="sign-in"
      data-suggests={suggests ? '' : undefined}
      data-challenge={href('/sign-in/passkey/challenge')}
      hidden
    >
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <input type="hidden" name="credential" />
      <Button>{t('passkeys.use')}</Button>
      <div role="alert">
        <p className="field__error" data-passkey-problem="device" hidden>
          {t('passkeys.signIn.noDevice')}
        </p>
        <p className="field__error" data-passkey-problem="busy" hidden>
          {t('passkeys.problem.tooOften')}
        </p>
      </div>
      <p className="passkey-sign-in__or">{t('passkeys.or')}</p>
    </form>
  );
}
