import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { exportEverything } from '../../domain/privacy/export-everything.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireFreshSignIn } from '../../web/fresh-sign-in.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitExport } from '../../web/rate-limits.server.ts';

const page = '/account/privacy';

/** Everything that is held on the viewer, as a file. Its parts are explained on the page that leads here. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireFreshSignIn(args, page);
  const { services } = args.context;
  const limit = await limitExport(args, viewer.supporter.id);
  if (!limit.ok) return redirect(localPath(localeOf(args.request), `${page}?too-often`), 303);
  const everything = await exportEverything(services, viewer.supporter.id);
  const day = services.clock.now().toISOString().slice(0, 10);
  const headers = privateHeaders(viewer);
  headers.set('Content-Type', 'application/json; charset=utf-8');
  headers.set('Content-Disposition', `attachment; filename="my-data-${day}.json"`);
  headers.set('X-Robots-Tag', 'noindex');
  return new Response(JSON.stringify(everything, null, 2), { headers });
}
