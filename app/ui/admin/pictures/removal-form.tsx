import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextArea } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** The last step before something is gone; only a way back while it can't be. */
export function RemovalForm({
  isPossible,
  submit,
  back,
  typed,
  error,
}: {
  isPossible: boolean;
  submit: string;
  back: { readonly label: string; readonly to: string };
  typed: string | undefined;
  error: MessageKey | undefined;
}) {
  const { t } = useLocale();
  const wayBack = (
    <ButtonLink to={back.to} look="quiet">
      {back.label}
    </ButtonLink>
  );
  if (!isPossible) return <p>{wayBack}</p>;
  return (
    <form method="post" noValidate className="desk-form">
      <TextArea
        name="reason"
        label={t('staff.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={500}
        rows={2}
        defaultValue={typed}
        error={error}
        isOptional
      />
      <p>
        <Button look="accent">{submit}</Button> {wayBack}
      </p>
    </form>
  );
}
