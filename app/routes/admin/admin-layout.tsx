import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import {
  Outlet,
  isRouteErrorResponse,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { countWaiting } from '../../domain/work/count-waiting.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AdminShell, type AdminView } from '../../ui/admin/admin-shell.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Problem, problemWords } from '../../ui/layout/problem.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readPageViews } from './page-views.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const status = isRouteErrorResponse(args.error) ? args.error.status : 500;
  const title = t(args.error ? problemWords(status).title : 'admin.desk');
  return pageMeta(args, { title, isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireRole(args, rolesWith('report.view'));
  const ctx = args.context.services;
  const newsroom = await readNewsroom(ctx);
  const [views, waiting] = await Promise.all([
    readPageViews(args, viewer),
    countWaiting(ctx, newsroom),
  ]);
  const view: AdminView = {
    newsroomName: newsroom.name[localeOf(args.request)],
    timeZone: newsroom.timeZone,
    email: viewer.supporter.email,
    role: viewer.role,
    ...{ views, waiting, passkeyDue: viewer.passkeyDue },
  };
  return data(view, { headers: privateHeaders(viewer) });
}

export default function AdminLayout() {
  return (
    <AdminShell view={useLoaderData<typeof loader>()}>
      <Outlet />
    </AdminShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  // A route's own loader data is withheld from its boundary; by name it is given.
  const { locale } = useLocale();
  const view = useRouteLoaderData<typeof loader>(`${locale}/admin-layout`);
  const problem = <Problem status={isRouteErrorResponse(error) ? error.status : 500} />;
  if (!view) {
    return (
      <main id="content" tabIndex={-1}>
        {problem}
      </main>
    );
  }
  return <AdminShell view={view}>{problem}</AdminShell>;
}
