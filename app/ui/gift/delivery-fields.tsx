import type { MessageKey } from '../../messages/translate.ts';
import { Choice } from '../elements/choice.tsx';
import { TextField } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';

/** By mail on a day, or on a card. The address counts only for a mail, so both can be seen without a script. */
export function DeliveryFields({
  errors,
  typed,
}: {
  errors: Readonly<Record<string, MessageKey>>;
  typed: Readonly<Record<string, string>>;
}) {
  const { t } = useLocale();
  const chosen = typed['delivery'] ?? 'mail';
  const problem = errors['delivery'];
  return (
    <fieldset className="gift-form__part" id="delivery">
      <legend>{t('gifts.buy.delivery')}</legend>
      <Choice
        type="radio"
        name="delivery"
        value="mail"
        defaultChecked={chosen === 'mail'}
        label={t('gifts.buy.byMail')}
      />
      <div className="gift-form__under">
        <TextField
          name="recipientEmail"
          type="email"
          label={t('gifts.buy.recipientEmail')}
          error={errors['recipientEmail']}
          defaultValue={typed['recipientEmail']}
          autoComplete="off"
        />
        <TextField
          name="deliverOn"
          type="date"
          label={t('gifts.buy.deliverOn')}
          hint={t('gifts.buy.deliverOnHint')}
          error={errors['deliverOn']}
          defaultValue={typed['deliverOn']}
          isShort
        />
      </div>
      <Choice
        type="radio"
        name="delivery"
        value="card"
        defaultChecked={chosen === 'card'}
        label={t('gifts.buy.byCard')}
        hint={t('gifts.buy.byCardHint')}
      />
      {problem ? <p className="field__error">{t(problem)}</p> : null}
    </fieldset>
  );
}
