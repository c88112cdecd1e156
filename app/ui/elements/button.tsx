import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'plain' | 'accent' | 'quiet' | 'text';

interface Shape {
  /** `accent` is for the one action that matters on a page; `text` reads as a link. */
  look?: Look;
  isSmall?: boolean;
  isWide?: boolean;
  children: ReactNode;
}

function classesOf({ look = 'plain', isSmall, isWide }: Shape): string {
  const classes = ['button'];
  if (look !== 'plain') classes.push(`button--${look}`);
  if (isSmall) classes.push('button--small');
  if (isWide) classes.push('button--wide');
  return classes.join(' ');
}

/** Submits its form, unless told another `type`. */
export function Button({
  look,
  isSmall,
  isWide,
  children,
  ...attributes
}: Shape & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'>) {
  return (
    <button
      type="submit"
      {...attributes}
      className={classesOf({ look, isSmall, isWide, children })}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. `to` is a full path, language prefix included. */
export function ButtonLink({ to, children, ...shape }: Shape & { to: string }) {
  return (
    <a href={to} className={classesOf({ ...shape, children })}>
      {children}
    </a>
  );
}
