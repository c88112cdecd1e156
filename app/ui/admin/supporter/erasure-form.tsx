import { whyMaxLength } from '../../../domain/supporters/why.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** Asks for the address, so that nobody is erased by a wrong click. */
export function ErasureForm({
  email,
  back,
  isRunning,
  typed = {},
  errors = {},
}: {
  email: string;
  back: string;
  /** Is a membership charged? */
  isRunning: boolean;
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: Readonly<Record<string, MessageKey>> | undefined;
}) {
  const { t } = useLocale();
  return (
    <form method="post" className="desk-form" noValidate>
      <TextField
        name="email"
        label={t('staffErasure.email')}
        hint={t('staffErasure.emailHint', { email })}
        defaultValue={typed['email']}
        error={errors['email']}
        autoComplete="off"
        inputMode="email"
        required
      />
      {isRunning ? (
        <div className="field">
          <Choice
            type="checkbox"
            name="ends"
            value="yes"
            label={t('staffErasure.ends')}
            hint={t('staffErasure.endsHint')}
            defaultChecked={typed['ends'] === 'yes'}
            aria-invalid={errors['ends'] ? true : undefined}
            aria-describedby={errors['ends'] ? 'ends-error' : undefined}
          />
          {errors['ends'] ? (
            <span className="field__error" id="ends-error">
              {t(errors['ends'])}
            </span>
          ) : null}
        </div>
      ) : null}
      <TextArea
        name="reason"
        label={t('deskSupporter.refund.why')}
        hint={t('staffErasure.whyHint')}
        maxLength={whyMaxLength}
        defaultValue={typed['reason']}
        error={errors['reason']}
        required
      />
      <p>
        <Button look="accent">{t('staffErasure.submit')}</Button>{' '}
        <ButtonLink to={back} look="quiet">
          {t('staffErasure.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
