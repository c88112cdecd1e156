import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Outlet,
  isRouteErrorResponse,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { listSections } from '../../domain/articles/list-sections.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Problem, problemWords } from '../../ui/layout/problem.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { SiteShell } from '../../ui/layout/site-shell.tsx';
import type { SiteView } from '../../ui/layout/site-view.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.error) return pageMeta(args, { title: null });
  const status = isRouteErrorResponse(args.error) ? args.error.status : 500;
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t(problemWords(status).title), isIndexed: false });
};

/** What a page inside answers unless it says otherwise, and what every error page answers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader(args: LoaderFunctionArgs): Promise<SiteView> {
  const ctx = args.context.services;
  const [newsroom, { sections, latestAt }, viewer] = await Promise.all([
    readNewsroom(ctx),
    listSections(ctx),
    readViewer(args),
  ]);
  return {
    newsroom: {
      name: newsroom.name[localeOf(args.request)],
      tagline: newsroom.tagline,
      legalName: newsroom.legalName,
      address: newsroom.address,
      taxId: newsroom.taxId,
      contactEmail: newsroom.contactEmail,
      timeZone: newsroom.timeZone,
    },
    sections: sections.map(({ slug, name }) => ({ slug, name })),
    latestAt: latestAt?.toISOString() ?? null,
    viewer: (viewer.role ?? viewer.waiting) ? 'staff' : viewer.supporter ? 'supporter' : 'reader',
  };
}

export default function SiteLayout() {
  const view = useLoaderData<typeof loader>();
  const isNowSignedIn = useMatches().some(({ data }) => signsIn(data));
  return (
    <SiteShell
      view={view.viewer === 'reader' && isNowSignedIn ? { ...view, viewer: 'supporter' } : view}
    >
      <Outlet />
    </SiteShell>
  );
}

/** Has the page, while it was read, signed in the browser? The layout is read beside it, before that. */
function signsIn(page: unknown): boolean {
  return (
    typeof page === 'object' && page !== null && 'signIn' in page && page.signIn === 'signed_in'
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  // A route's own loader data is withheld from its boundary; by name it is given.
  const { locale } = useLocale();
  const view = useRouteLoaderData<typeof loader>(`${locale}/site-layout`);
  const problem = <Problem status={isRouteErrorResponse(error) ? error.status : 500} />;
  if (!view) return <main id="content">{problem}</main>;
  return (
    <SiteShell view={view} isProblem>
      {problem}
    </SiteShell>
  );
}
