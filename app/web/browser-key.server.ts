import { daysMs, secondsMs } from '../kernel/dates.ts';
import { hashToken, newToken } from '../platform/ids.ts';
import type { RequestArgs } from './context.ts';
import { isTokenShaped, readCookie, serialiseCookie } from './cookies.ts';

const name = 'giving';
/** A bank debit settles within two weeks; a code is typed within half an hour. */
const maxAgeSeconds = (30 * daysMs) / secondsMs;

/**
 * The key by which we know again the browser that began a gift or a sign-in. Made only when such a
 * form is posted. Only its hash is stored. The caller sends `setCookie` with its answer.
 */
export function ensureBrowserKey(args: RequestArgs): { hash: string; setCookie: string | null } {
  const known = readBrowserHash(args.request);
  if (known) return { hash: known, setCookie: null };
  const token = newToken();
  const { env } = args.context.services;
  return { hash: hashToken(token), setCookie: serialiseCookie(env, name, token, maxAgeSeconds) };
}

/** The hash of this browser's key, or null when it has none. */
export function readBrowserHash(request: Request): string | null {
  const token = readCookie(request, name);
  return isTokenShaped(token) ? hashToken(token) : null;
}

/** The Set-Cookie header that makes the browser forget its key: on signing out, nothing of the person stays. */
export function forgottenBrowserKey({ context }: RequestArgs): string {
  return serialiseCookie(context.services.env, name, '', 0);
}
