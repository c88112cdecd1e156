import { Button, ButtonLink } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';

/** How this member of the staff gets in: with a passkey of theirs, or by adding one. */
export function ConfirmationPart({
  state,
  next,
  hours,
  email,
}: {
  state: 'use' | 'add' | 'stopped';
  next: string | null;
  hours: number;
  email: string;
}) {
  const { t, href } = useLocale();
  if (state === 'add') {
    const here = href('/admin/confirmation');
    const back = next ? `${here}?next=${encodeURIComponent(next)}` : here;
    return (
      <>
        <p>{t('twoFactor.confirm.add')}</p>
        <p>
          <ButtonLink to={href(`/account/passkeys?next=${encodeURIComponent(back)}`)}>
            {t('twoFactor.confirm.addLink')}
          </ButtonLink>
        </p>
      </>
    );
  }
  if (state === 'stopped') return <p>{t('twoFactor.confirm.stopped')}</p>;
  return (
    <>
      <p>{t('twoFactor.confirm.lead', { email, hours })}</p>
      <p data-without-script="">{t('twoFactor.confirm.needsScript')}</p>
      <p data-passkey-unsupported="" hidden>
        {t('passkeys.unsupported')}
      </p>
      <form
        method="post"
        action={href('/admin/confirmation')}
        className="sign-in__form"
        data-passkey="sign-in"
        data-challenge={href('/admin/confirmation/challenge')}
        hidden
      >
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <input type="hidden" name="credential" />
        <Button look="accent">{t('twoFactor.confirm.submit')}</Button>
        <div role="alert">
          <p className="field__error" data-passkey-problem="device" hidden>
            {t('twoFactor.confirm.noDevice')}
          </p>
          <p className="field__error" data-passkey-problem="busy" hidden>
            {t('passkeys.problem.tooOften')}
          </p>
        </div>
      </form>
      <p className="meta">{t('twoFactor.confirm.lost')}</p>
    </>
  );
}
