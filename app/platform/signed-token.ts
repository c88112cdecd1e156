import { createHmac } from 'node:crypto';
import { sameHash } from './ids.ts';

/**
 * A text that only we can have written: `<payload>.<signature>`, URL-safe when the payload is.
 * HMAC-SHA-256 (RFC 2104) under the application's secret. The purpose is signed too, so that a
 * token made for one thing opens nothing else. It hides nothing: the payload can be read.
 */
export function signToken(secret: string, purpose: string, payload: string): string {
  return `${payload}.${signature(secret, purpose, payload)}`;
}

/** What was signed for this purpose, or null when it was not, or was changed. */
export function readSignedToken(secret: string, purpose: string, token: string): string | null {
  const end = token.lastIndexOf('.');
  if (end === -1) return null;
  const payload = token.slice(0, end);
  return sameHash(token.slice(end + 1), signature(secret, purpose, payload)) ? payload : null;
}

function signature(secret: string, purpose: string, payload: string): string {
  // The length keeps purpose and payload apart, whatever characters they hold.
  return createHmac('sha256', secret)
    .update(`${purpose.length}:${purpose}${payload}`)
    .digest('base64url');
}
