import { redirect } from '@remix-run/node';
import type { Role, Viewer, ViewerSupporter } from '../domain/supporters/viewer.ts';
import { localPath } from '../kernel/locale.ts';
import type { RequestArgs } from './context.ts';
import { localeOf } from './locale.ts';
import { readViewer } from './session.server.ts';

export type SignedInViewer = Viewer & {
  readonly supporter: ViewerSupporter;
  readonly sessionId: string;
};
export type StaffViewer = SignedInViewer & { readonly role: Role };

/** The signed-in viewer. @throws a redirect to the sign-in page, which leads back here, for anyone else. */
export async function requireSupporter(args: RequestArgs): Promise<SignedInViewer> {
  const viewer = await readViewer(args);
  const { supporter, sessionId } = viewer;
  if (!supporter || !sessionId) throw redirect(signInPath(args.request), 302);
  return { ...viewer, supporter, sessionId };
}

/** The viewer, when they hold one of the roles. @throws a redirect when signed out, and 404 for others: the room does not exist for them. */
export async function requireRole(
  args: RequestArgs,
  allowed: readonly Role[],
): Promise<StaffViewer> {
  const viewer = await requireSupporter(args);
  const { role } = viewer;
  if (!role || !allowed.includes(role)) throw new Response(null, { status: 404 });
  return { ...viewer, role };
}

/** The sign-in page, leading back to where the request wanted to go. A form that was posted leads to its page. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const page = localPath(localeOf(request), '/sign-in');
  return `${page}?next=${encodeURIComponent(pathname + search)}`;
}
