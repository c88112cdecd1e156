import { hashAddress } from '../../platform/address-hash.ts';

/** By what a mailbox's wishes are kept: never its address. */
export function mailboxHash(email: string): string {
  return hashAddress(email);
}
