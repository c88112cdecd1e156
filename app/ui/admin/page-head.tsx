import type { ReactNode } from 'react';

/** The title of a page of the desk, a line under it, and what can be done with the whole page. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="desk-title">
      <div>
        <h1>{title}</h1>
        {children}
      </div>
      {actions ? <div className="desk-title__actions">{actions}</div> : null}
    </div>
  );
}
