import type { Exchange } from '../http/exchange.ts';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Why a request to the controls is refused, if it is. The server listens on loopback only, but a
 * page on the web can make the developer's own browser send forms there (cross-site request
 * forgery), or point a name of its own at loopback (DNS rebinding). `publicUrl` is the address
 * that the developer has put before the sandbox, if any.
 */
export function refusal({ method, headers }: Exchange, publicUrl: string): string | null {
  const { host = '' } = headers;
  if (!LOOPBACK.has(nameOf(host)) && host !== hostOf(publicUrl)) {
    return `The controls are not reached by the name ${host}.`;
  }
  if (method === 'GET' || method === 'HEAD') return null;
  const { origin, 'sec-fetch-site': site } = headers;
  // Every current browser says whose page it is; a page without referrer says no origin beside it.
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none'
      ? null
      : 'The controls take no requests from other sites.';
  }
  if (origin !== undefined && hostOf(origin) !== host) {
    return 'The controls take no requests from other origins.';
  }
  return null;
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** '' for an origin of `null`, as a sandboxed frame sends it. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
