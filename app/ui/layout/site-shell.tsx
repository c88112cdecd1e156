import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { barePath } from '../../kernel/locale.ts';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';
import type { SiteView } from './site-view.ts';

/** Masthead, content, footer. */
export function SiteShell({
  view,
  isProblem = false,
  children,
}: {
  view: SiteView;
  /** An error page: the other language gets the front page, because this address has nothing. */
  isProblem?: boolean;
  children: ReactNode;
}) {
  const path = barePath(useLocation().pathname);
  return (
    <div className="page">
      <Masthead view={view} path={isProblem ? null : path} />
      <main className="page__main" id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer view={view} />
    </div>
  );
}
