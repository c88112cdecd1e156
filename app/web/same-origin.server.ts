/**
 * The defence against forged requests, called first by every action. Browsers say where a POST
 * comes from (Sec-Fetch-Site; older ones, and all on plain http, only Origin), and no page can
 * make them lie: https://www.w3.org/TR/fetch-metadata/ and OWASP's CSRF cheat sheet. So no token
 * has to stand in the page, and pages stay the same for everyone.
 *
 * The Origin is held against the host that was asked (a page can't choose that either), so a proxy
 * in front must pass the Host on or be counted in TRUSTED_PROXIES.
 * @throws Response 403
 */
export function assertSameOrigin(request: Request): void {
  if (!isSameOrigin(request)) {
    throw new Response('This form was sent from another site.', { status: 403 });
  }
}

export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('Origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(request.url).host;
}
