import { readSignedToken, signToken } from '../../../platform/signed-token.ts';

const purpose = 'staff-invitation';

/** The token of an invitation's link. Whoever holds it can accept, so it goes to the mailbox alone. */
export function invitationToken(secret: string, invitationId: string): string {
  return signToken(secret, purpose, invitationId);
}

/** The id of the invitation that a token was made for, or null when it is not ours. */
export function readInvitationToken(secret: string, token: string): string | null {
  const id = readSignedToken(secret, purpose, token) ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}
