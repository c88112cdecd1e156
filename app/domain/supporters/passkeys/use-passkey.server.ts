import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { passkeys } from '../../../db/schema/passkeys.ts';
import type { Ctx } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import { type SignedCredential, knownTransports } from './credential-shape.ts';
import { type RelyingParty, isCopySuspected } from './passkey.ts';

type Passkey = typeof passkeys.$inferSelect;

/**
 * Holds what a device has signed against the passkey it names, and notes its use. A count that goes
 * backwards stops the passkey: a copy of it may be about. Null for all that does not hold.
 * Caller's duty: a transaction (which stays, also after null), and that the challenge was taken.
 */
export async function usePasskey(
  tx: Ctx,
  input: {
    readonly credential: SignedCredential;
    readonly challenge: string;
    readonly relyingParty: RelyingParty;
    /** Only a passkey of theirs will do; null when that is what is to be found out. */
    readonly supporterId: string | null;
    /** Must the device have asked for a finger, a face or a code? Touching it is not enough then. */
    readonly mustVerifyUser: boolean;
  },
): Promise<{ supporterId: string; isUserVerified: boolean } | null> {
  const rows = await tx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.credentialId, input.credential.id))
    .for('update');
  const passkey = rows[0];
  if (!passkey || passkey.suspectedAt) return null;
  if (input.supporterId !== null && passkey.supporterId !== input.supporterId) return null;
  const signed = await verify(tx, passkey, input);
  if (!signed) return null;
  const now = tx.clock.now();
  if (isCopySuspected(passkey.signCount, signed.newCounter)) {
    await tx.db.update(passkeys).set({ suspectedAt: now }).where(eq(passkeys.id, passkey.id));
    await recordAudit(tx, {
      actorId: null,
      action: 'passkey.copy_suspected',
      subjectKind: 'supporter',
      subjectId: passkey.supporterId,
      detail: { passkeyId: passkey.id },
    });
    return null;
  }
  await tx.db
    .update(passkeys)
    .set({
      signCount: signed.newCounter,
      isSynced: signed.credentialBackedUp,
      lastUsedAt: now,
    })
    .where(eq(passkeys.id, passkey.id));
  return { supporterId: passkey.supporterId, isUserVerified: signed.userVerified };
}

/** The library throws whatever is wrong: to us it is all one. */
async function verify(
  ctx: Ctx,
  passkey: Passkey,
  input: {
    readonly credential: SignedCredential;
    readonly challenge: string;
    readonly relyingParty: RelyingParty;
    readonly mustVerifyUser: boolean;
  },
): Promise<{ newCounter: number; credentialBackedUp: boolean; userVerified: boolean } | null> {
  const { credential, relyingParty } = input;
  const { userHandle } = credential.response;
  if (userHandle !== undefined && userHandle !== passkey.userHandle) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: input.challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: input.mustVerifyUser,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        // Not the count that we know: the library would throw, and a copy could not be told from a forgery.
        counter: 0,
        transports: knownTransports(passkey.transports),
      },
    });
    return verified ? authenticationInfo : null;
  } catch {
    ctx.log.warn('what was signed with a passkey did not hold');
    return null;
  }
}
