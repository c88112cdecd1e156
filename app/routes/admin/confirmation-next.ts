import { barePath } from '../../kernel/locale.ts';
import { safeReturn } from '../../web/safe-return.ts';

/** Deeper than any page of ours wraps it. */
const mostWrapped = 5;

/**
 * Where somebody goes on to once they have used their passkey: what their way here was about, past
 * the pages on which passkeys are added and used.
 */
export function goOnTo(asked: string | null | undefined): {
  /** They have just added it. */
  readonly isNew: boolean;
  readonly next: string | null;
} {
  let isNew = false;
  let next = safeReturn(asked);
  for (let depth = 0; next && depth < mostWrapped; depth += 1) {
    const url = new URL(next, 'http://own.invalid');
    const path = barePath(url.pathname);
    const wasAdded = path === '/account/passkeys' && url.searchParams.has('added');
    if (!wasAdded && path !== '/admin/confirmation') break;
    isNew ||= wasAdded;
    next = safeReturn(url.searchParams.get('next'));
  }
  return { isNew, next };
}
