import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { useLocale } from '../../use-locale.ts';

/** The confirming step: a box that nobody ticks by accident, and the button. */
export function ErasureForm({ error }: { error?: MessageKey | undefined }) {
  const { t, href } = useLocale();
  return (
    <form method="post" className="account__part" noValidate>
      <p>{t('identity.erase.noUndo')}</p>
      <div className="field">
        <Choice
          type="checkbox"
          name="confirmed"
          value="yes"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'confirmed-error' : undefined}
          label={t('identity.erase.confirm')}
        />
        {error ? (
          <span className="field__error" id="confirmed-error">
            {t(error)}
          </span>
        ) : null}
      </div>
      <p className="account__acts">
        <Button look="accent">{t('identity.erase.submit')}</Button>
        <a href={href('/account/privacy')}>{t('identity.erase.keep')}</a>
      </p>
    </form>
  );
}
