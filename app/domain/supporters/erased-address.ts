/**
 * What stands where an address was: unique, because addresses are, and nothing that mail could
 * reach or somebody could sign in with.
 */
export function addressWithout(supporterId: string): string {
  return `erased:${supporterId}`;
}

export function isErasedAddress(email: string): boolean {
  return email.startsWith('erased:');
}
