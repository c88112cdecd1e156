import type { Env } from '../platform/env.ts';

/** The value of one cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/**
 * A Set-Cookie header for a cookie that only the server reads. Values are our own URL-safe tokens.
 * @param maxAgeSeconds 0 takes the cookie away.
 */
export function serialiseCookie(
  env: Pick<Env, 'appUrl'>,
  name: string,
  value: string,
  maxAgeSeconds: number,
): string {
  const secure = isSecure(env) ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * The name of a cookie that signs somebody in. On https the `__Host-` prefix keeps other hosts of the same domain
 * from planting one: https://www.rfc-editor.org/rfc/rfc6265bis (4.1.3.2). Browsers refuse it on http.
 */
export function sessionCookieName(env: Pick<Env, 'appUrl'>): string {
  return isSecure(env) ? '__Host-session' : 'session';
}

function isSecure(env: Pick<Env, 'appUrl'>): boolean {
  return env.appUrl.startsWith('https://');
}

/** A token as platform/ids makes them; anything else in a cookie is not ours and not worth a query. */
export function isTokenShaped(value: string | null): value is string {
  return value !== null && /^[\w-]{43}$/.test(value);
}
