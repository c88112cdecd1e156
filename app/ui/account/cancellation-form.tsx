import type { MessageKey } from '../../messages/translate.ts';
import { Button, ButtonLink } from '../elements/button.tsx';
import { Choice } from '../elements/choice.tsx';
import { TextArea } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';
import { cancellationReasons, noteMaxLength } from './cancellation-reason.ts';

/** What ends when, what stays, and the one button that does it. The reason is a question, not a condition. */
export function CancellationForm({
  endsOn,
  typed = {},
  errors = {},
}: {
  /** The day, in the reader's words. */
  endsOn: string;
  typed?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, MessageKey>>;
}) {
  const { t, href } = useLocale();
  return (
    <>
      <ul className="account__list">
        <li>{t('account.cancel.when', { date: endsOn })}</li>
        <li>{t('account.cancel.charge')}</li>
        <li>{t('account.cancel.until')}</li>
        <li>{t('account.cancel.after')}</li>
      </ul>
      <form method="post" className="account__form" noValidate>
        <fieldset className="account__choices">
          <legend>{t('account.cancel.reason')}</legend>
          {cancellationReasons.map((reason) => (
            <Choice
              key={reason}
              type="radio"
              name="reason"
              value={reason}
              defaultChecked={typed['reason'] === reason}
              label={t(`account.cancel.reason.${reason}`)}
            />
          ))}
        </fieldset>
        <TextArea
          name="note"
          label={t('account.cancel.note')}
          isOptional
          maxLength={noteMaxLength}
          defaultValue={typed['note']}
          error={errors['note']}
        />
        <div className="account__acts">
          <Button look="accent">{t('account.cancel.submit', { date: endsOn })}</Button>
          <ButtonLink to={href('/account/membership')} look="quiet">
            {t('account.cancel.keep')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
