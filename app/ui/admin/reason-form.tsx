import type { MessageKey } from '../../messages/translate.ts';
import { Button, ButtonLink } from '../elements/button.tsx';
import { TextArea } from '../elements/field.tsx';

/** One question, answered in a sentence before something is done that cannot be asked about later. */
export function ReasonForm({
  hidden,
  label,
  submit,
  back,
  maxLength,
  typed,
  error,
}: {
  hidden: Readonly<Record<string, string>>;
  label: string;
  submit: string;
  back: { readonly label: string; readonly to: string };
  maxLength: number;
  typed?: string | undefined;
  error?: MessageKey | undefined;
}) {
  return (
    <form method="post" noValidate className="desk-form">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        name="reason"
        label={label}
        maxLength={maxLength}
        defaultValue={typed}
        error={error}
        required
      />
      <p>
        <Button look="accent">{submit}</Button>{' '}
        <ButtonLink to={back.to} look="quiet">
          {back.label}
        </ButtonLink>
      </p>
    </form>
  );
}
