import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { passkeys } from '../../../db/schema/passkeys.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { type SigningBrowser, openSession } from '../open-session.server.ts';
import { recordAudit } from '../record-audit.server.ts';
import { type SignedCredential, knownTransports, readSigned } from './credential-shape.ts';
import { type RelyingParty, isCopySuspected } from './passkey.ts';
import { takeChallenge } from './passkey-challenge.server.ts';

type Passkey = typeof passkeys.$inferSelect;

/**
 * Signs in whoever holds a passkey of theirs. The answer is the same for an unknown passkey, a
 * removed or a stopped one, a wrong signature and a challenge past its time. A count that goes
 * backwards stops the passkey: a copy of it may be about.
 */
export async function signInByPasskey(
  ctx: Ctx,
  input: {
    readonly relyingParty: RelyingParty;
    readonly browserHash: string | null;
    /** As the browser's script sends it. */
    readonly credential: string;
    readonly browser: SigningBrowser;
  },
): Promise<Result<{ token: string; supporterId: string }, 'refused'>> {
  const read = readSigned(input.credential);
  if (!read) return fail('refused');
  const isAsked = await takeChallenge(ctx, {
    ...{ challenge: read.challenge, purpose: 'signing_in' },
    ...{ browserHash: input.browserHash, supporterId: null },
  });
  if (!isAsked) return fail('refused');
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(passkeys)
      .where(eq(passkeys.credentialId, read.credential.id))
      .for('update');
    const passkey = rows[0];
    if (!passkey || passkey.suspectedAt) return fail('refused');
    const signed = await verify(tx, { ...read, passkey, relyingParty: input.relyingParty });
    if (!signed) return fail('refused');
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
      return fail('refused');
    }
    await tx.db
      .update(passkeys)
      .set({
        signCount: signed.newCounter,
        isSynced: signed.credentialBackedUp,
        lastUsedAt: now,
      })
      .where(eq(passkeys.id, passkey.id));
    const { supporterId } = passkey;
    const { token } = await openSession(tx, { ...input.browser, supporterId, openedBy: 'passkey' });
    return ok({ token, supporterId });
  });
}

/** The library throws whatever is wrong: to us it is all one. */
async function verify(
  ctx: Ctx,
  input: {
    readonly credential: SignedCredential;
    readonly challenge: string;
    readonly passkey: Passkey;
    readonly relyingParty: RelyingParty;
  },
): Promise<{ newCounter: number; credentialBackedUp: boolean } | null> {
  const { credential, passkey, relyingParty } = input;
  const { userHandle } = credential.response;
  if (userHandle !== undefined && userHandle !== passkey.userHandle) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: input.challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: false,
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
