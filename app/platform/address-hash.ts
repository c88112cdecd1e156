import { createHash } from 'node:crypto';

/**
 * What stands for an address where the address itself must not be kept. Without a key on purpose:
 * were it made with one, a changed key would forget what everybody has asked for.
 */
export function hashAddress(email: string): string {
  const address = email.normalize('NFKC').trim().toLowerCase();
  return createHash('sha256').update(`mail:${address}`).digest('base64url');
}
