import type { ReactNode } from 'react';
import { ViewsMenu, useViews } from './views/views-menu.tsx';

/** The title of a page of the desk, a line under it, and what can be done with the whole page: the kept views of it first. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const views = useViews();
  return (
    <div className="desk-title">
      <div>
        <h1>{title}</h1>
        {children}
      </div>
      {actions || views ? (
        <div className="desk-title__actions">
          {views ? <ViewsMenu {...views} /> : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}
