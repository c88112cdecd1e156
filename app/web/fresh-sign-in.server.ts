import { redirect } from '@remix-run/node';
import { isFreshlySignedIn } from '../domain/supporters/read-fresh-sign-in.server.ts';
import { localPath } from '../kernel/locale.ts';
import type { RequestArgs } from './context.ts';
import { type SignedInViewer, requireSupporter } from './guards.server.ts';
import { localeOf } from './locale.ts';

/**
 * The viewer, when they have proved just now who they are: for what can't be undone, or hands
 * everything over, a device that was left open is not enough.
 * @param page where it leads back to: a path of ours without the language
 * @throws a redirect to where one signs in once more
 */
export async function requireFreshSignIn(args: RequestArgs, page: string): Promise<SignedInViewer> {
  const viewer = await requireSupporter(args);
  if (await isFreshlySignedIn(args.context.services, viewer.sessionId)) return viewer;
  throw redirect(renewalPath(args.request, page), 303);
}

/** The page that asks somebody who is signed in to do so once more. */
export function renewalPath(request: Request, page: string): string {
  const locale = localeOf(request);
  const next = encodeURIComponent(localPath(locale, page));
  return `${localPath(locale, '/account/sessions/renewal')}?next=${next}`;
}
