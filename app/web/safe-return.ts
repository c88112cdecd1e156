const maxLength = 500;

/**
 * Makes a `next` parameter safe to redirect to: a path of ours, or null. An open redirect would
 * let somebody else's link end on their own page; `//host` and `/\host` are such links, and so is
 * whatever a browser strips down to them (tabs, line ends, dot segments).
 * https://cwe.mitre.org/data/definitions/601.html
 */
export function safeReturn(next: string | null | undefined): string | null {
  if (!next || next.length > maxLength || !next.startsWith('/')) return null;
  if (/[\u0000-\u0020\u007f\\]/.test(next)) return null;
  const base = 'http://own.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (!url || url.origin !== base || url.username !== '' || url.password !== '') return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? null : path;
}
