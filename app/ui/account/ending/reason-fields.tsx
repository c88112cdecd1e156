import type { ReactNode } from 'react';
import type { MessageKey } from '../../../messages/translate.ts';
import { Choice } from '../../elements/choice.tsx';
import { TextArea } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { cancellationReasons, noteMaxLength } from '../cancellation-reason.ts';

/** Why, if one likes to say: nothing is chosen beforehand, and nothing has to be. */
export function ReasonFields({
  typed,
  errors,
  children,
}: {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  /** What could be done instead, shown with the reason that it answers. */
  children?: ReactNode;
}) {
  const { t } = useLocale();
  return (
    <>
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
      {children}
      <TextArea
        name="note"
        label={t('account.cancel.note')}
        isOptional
        maxLength={noteMaxLength}
        defaultValue={typed['note']}
        error={errors['note']}
      />
    </>
  );
}
