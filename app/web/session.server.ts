import { sessionDays } from '../domain/supporters/session.ts';
import { readViewer as findViewer } from '../domain/supporters/read-viewer.server.ts';
import { type Viewer, anonymousViewer } from '../domain/supporters/viewer.ts';
import { daysMs, secondsMs } from '../kernel/dates.ts';
import type { Env } from '../platform/env.ts';
import type { SigningBrowser } from '../domain/supporters/open-session.server.ts';
import { forgottenBrowserKey } from './browser-key.server.ts';
import type { RequestArgs } from './context.ts';
import { isTokenShaped, readCookie, serialiseCookie, sessionCookieName } from './cookies.ts';

const maxAgeSeconds = (sessionDays * daysMs) / secondsMs;

/**
 * Remix gives every loader its own Request, but all loaders of one HTTP request the same context
 * object, so that is what the answer hangs on.
 */
const viewers = new WeakMap<object, Promise<Viewer>>();
const renewals = new WeakMap<Viewer, string>();

/** Who is looking, found once per HTTP request. A request without a session cookie asks the database nothing. */
export function readViewer(args: RequestArgs): Promise<Viewer> {
  const token = readSessionToken(args);
  if (!token) return Promise.resolve(anonymousViewer);
  const known = viewers.get(args.context);
  if (known) return known;
  const found = findBy(args, token);
  viewers.set(args.context, found);
  return found;
}

async function findBy({ context: { services } }: RequestArgs, token: string): Promise<Viewer> {
  const { viewer, isProlonged } = await findViewer(services, token);
  if (isProlonged) renewals.set(viewer, sessionCookie(services.env, token));
  return viewer;
}

/** The token that the browser holds, whether or not it opens anything. */
export function readSessionToken({ request, context }: RequestArgs): string | null {
  const value = readCookie(request, sessionCookieName(context.services.env));
  return isTokenShaped(value) ? value : null;
}

/** The Set-Cookie header of a session that was just opened. */
export function sessionCookie(env: Pick<Env, 'appUrl'>, token: string): string {
  return serialiseCookie(env, sessionCookieName(env), token, maxAgeSeconds);
}

/** What signing out sends: the session and the browser's key are forgotten, so that nothing of the person stays. */
export function signedOutHeaders(args: RequestArgs): Headers {
  const { env } = args.context.services;
  const headers = new Headers();
  headers.append('Set-Cookie', serialiseCookie(env, sessionCookieName(env), '', 0));
  headers.append('Set-Cookie', forgottenBrowserKey(args));
  return headers;
}

/** What a browser that signs in tells about itself. */
export function signingBrowser(args: RequestArgs): SigningBrowser {
  return {
    userAgent: args.request.headers.get('User-Agent'),
    previousToken: readSessionToken(args),
  };
}

/** A Set-Cookie header when this request prolonged the viewer's session. `pageHeaders` sends it. */
export function renewedSessionCookie(viewer: Viewer): string | null {
  return renewals.get(viewer) ?? null;
}
