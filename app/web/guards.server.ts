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

/**
 * The viewer, when they hold one of the roles. @throws a redirect when signed out, or when the
 * role waits for a passkey; and 404 for others: the room does not exist for them.
 */
export async function requireRole(
  args: RequestArgs,
  allowed: readonly Role[],
): Promise<StaffViewer> {
  const viewer = await requireSupporter(args);
  const { role, waiting } = viewer;
  if (waiting && allowed.includes(waiting.role)) {
    throw redirect(leadingBack(args.request, '/admin/confirmation'), 302);
  }
  if (!role || !allowed.includes(role)) throw new Response(null, { status: 404 });
  return { ...viewer, role };
}

/** A member of the staff, whether or not their role waits for a passkey. @throws as {@link requireRole} for others. */
export async function requireStaff(args: RequestArgs): Promise<StaffViewer> {
  const viewer = await requireSupporter(args);
  const role = viewer.role ?? viewer.waiting?.role;
  if (!role) throw new Response(null, { status: 404 });
  return { ...viewer, role };
}

/**
 * The signed-in viewer, who may change their own passkeys. Where the staff confirm with them, one
 * has to be used first: else whoever reads somebody's mail would add their own and confirm with it.
 */
export async function requireKeyHolder(args: RequestArgs): Promise<SignedInViewer> {
  const viewer = await requireSupporter(args);
  if (viewer.waiting?.step === 'confirm') {
    throw redirect(leadingBack(args.request, '/admin/confirmation'), 302);
  }
  return viewer;
}

/** The sign-in page, leading back to where the request wanted to go. A form that was posted leads to its page. */
export function signInPath(request: Request): string {
  return leadingBack(request, '/sign-in');
}

function leadingBack(request: Request, path: string): string {
  const { pathname, search } = new URL(request.url);
  const page = localPath(localeOf(request), path);
  return `${page}?next=${encodeURIComponent(pathname + search)}`;
}
