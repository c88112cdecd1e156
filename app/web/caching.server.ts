import type { Viewer } from '../domain/supporters/viewer.ts';
import { renewedSessionCookie } from './session.server.ts';

/**
 * What a page's answer says to caches. For somebody signed in nothing is kept; for everyone else
 * the page is the same, so shared caches may hold it for a minute. Also prolongs the session's
 * cookie when its day has come.
 * @param varyBy a header that the page depends on besides.
 */
export function pageHeaders(viewer: Viewer, varyBy: string | null = null): Headers {
  if (!viewer.supporter) {
    return new Headers({
      'Cache-Control': 'public, max-age=60, stale-while-revalidate=600',
      Vary: varyBy === null ? 'Cookie' : `Cookie, ${varyBy}`,
    });
  }
  return privateHeaders(viewer);
}

/** For pages that are about one person, or that follow a form: never kept anywhere. */
export function privateHeaders(viewer: Viewer): Headers {
  const headers = new Headers({ 'Cache-Control': 'private, no-store', Vary: 'Cookie' });
  const cookie = renewedSessionCookie(viewer);
  if (cookie) headers.append('Set-Cookie', cookie);
  return headers;
}
