import type { ReactNode } from 'react';

/** What happened, and what to do. Something that went wrong is announced to screen readers. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  children?: ReactNode;
}) {
  const classes = tone === 'plain' ? 'notice' : `notice notice--${tone}`;
  return (
    <div
      className={classes}
      role={tone === 'bad' ? 'alert' : tone === 'good' ? 'status' : undefined}
    >
      {title ? <p className="notice__title">{title}</p> : null}
      {children}
    </div>
  );
}
