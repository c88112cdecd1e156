import type { InputHTMLAttributes, ReactNode } from 'react';

/** A tick box, or one radio of a group, with its words beside it. */
export function Choice({
  label,
  hint,
  ...attributes
}: { label: ReactNode; hint?: ReactNode; type: 'checkbox' | 'radio' } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'style' | 'type'
>) {
  return (
    <label className="choice">
      <input {...attributes} />
      <span>
        {label}
        {hint ? <span className="choice__hint">{hint}</span> : null}
      </span>
    </label>
  );
}
