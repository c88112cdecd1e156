import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

interface FieldShape {
  /** Also the id of the control, so one name may stand once on a page unless `id` is given. */
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as `parseForm` names it. */
  error?: MessageKey | null | undefined;
  isOptional?: boolean;
  isShort?: boolean;
}

interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A labelled control of any kind: the hint and the error are tied to it for screen readers. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  isOptional,
  isShort,
  children,
}: FieldShape & { children: (control: ControlAttributes) => ReactNode }) {
  const { t } = useLocale();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint ? hintId : null, error ? errorId : null].filter(
    (part) => part !== null,
  );
  return (
    <div className={isShort ? 'field field--short' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {isOptional ? <span className="field__optional"> {t('common.optional')}</span> : null}
      </label>
      {hint ? (
        <span className="field__hint" id={hintId}>
          {hint}
        </span>
      ) : null}
      {children({
        id,
        name,
        'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <span className="field__error" id={errorId}>
          {t(error)}
        </span>
      ) : null}
    </div>
  );
}

type Native<Attributes> = Omit<
  Attributes,
  keyof ControlAttributes | 'className' | 'style' | 'name'
>;

/** One line of text. */
export function TextField({
  name,
  id,
  label,
  hint,
  error,
  isOptional,
  isShort,
  ...attributes
}: FieldShape & Native<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ name, id, label, hint, error, isOptional, isShort }}>
      {(control) => <input type="text" {...attributes} {...control} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  isOptional,
  ...attributes
}: FieldShape & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ name, id, label, hint, error, isOptional }}>
      {(control) => <textarea {...attributes} {...control} />}
    </Field>
  );
}
