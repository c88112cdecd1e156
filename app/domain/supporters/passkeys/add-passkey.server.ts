import {
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { count, eq } from 'drizzle-orm';
import { passkeys } from '../../../db/schema/passkeys.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { holdSupporter } from '../hold-supporter.server.ts';
import { isFreshlySignedIn } from '../read-fresh-sign-in.server.ts';
import { recordAudit } from '../record-audit.server.ts';
import { type AddedCredential, readAdded } from './credential-shape.ts';
import { type RelyingParty, passkeysAllowed } from './passkey.ts';
import { takeChallenge } from './passkey-challenge.server.ts';

/** refused: what the device answered is not what it was asked, or too late. */
export type AddFailure = 'not_fresh' | 'refused' | 'known' | 'too_many';

/**
 * Keeps the passkey that a device has just made, and tells the mailbox about it. Only soon after
 * somebody has proved who they are: a browser that only paid, or that was left open, can't add one.
 */
export async function addPasskey(
  ctx: Ctx,
  input: {
    readonly supporter: { readonly id: string; readonly email: string; readonly locale: Locale };
    readonly sessionId: string;
    readonly browserHash: string | null;
    readonly relyingParty: RelyingParty;
    /** As the browser's script sends it. */
    readonly credential: string;
    readonly name: string;
  },
): Promise<Result<{ passkeyId: string }, AddFailure>> {
  const { supporter, relyingParty } = input;
  if (!(await isFreshlySignedIn(ctx, input.sessionId))) return fail('not_fresh');
  const read = readAdded(input.credential);
  if (!read) return fail('refused');
  const isAsked = await takeChallenge(ctx, {
    ...{ challenge: read.challenge, purpose: 'adding' },
    ...{ browserHash: input.browserHash, supporterId: supporter.id },
  });
  if (!isAsked) return fail('refused');
  const made = await verify(ctx, read, relyingParty);
  if (!made) return fail('refused');

  return inTransaction(ctx, async (tx) => {
    const held = await holdSupporter(tx, supporter.id);
    if (held.isErased) return fail('refused');
    const [had] = await tx.db
      .select({ count: count() })
      .from(passkeys)
      .where(eq(passkeys.supporterId, held.supporterId));
    if ((had?.count ?? 0) >= passkeysAllowed) return fail('too_many');
    const { credential } = made;
    const inserted = await tx.db
      .insert(passkeys)
      .values({
        id: newId(),
        supporterId: held.supporterId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        userHandle: Buffer.from(supporter.id).toString('base64url'),
        signCount: credential.counter,
        transports: read.credential.response.transports,
        isSynced: made.credentialBackedUp,
        name: input.name,
        createdAt: tx.clock.now(),
      })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    const passkeyId = inserted[0]?.id;
    if (!passkeyId) return fail('known');
    await recordAudit(tx, {
      actorId: supporter.id,
      action: 'passkey.added',
      subjectKind: 'supporter',
      subjectId: held.supporterId,
      detail: { passkeyId },
    });
    await tx.mail.queue(tx.db, {
      template: 'passkey-added',
      subjectId: passkeyId,
      recipient: supporter.email,
      locale: supporter.locale,
    });
    return ok({ passkeyId });
  });
}

/** The library throws whatever is wrong: to us it is all one. */
async function verify(
  ctx: Ctx,
  read: { readonly credential: AddedCredential; readonly challenge: string },
  relyingParty: RelyingParty,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']> | null> {
  try {
    const verified = await verifyRegistrationResponse({
      response: { ...read.credential, clientExtensionResults: {} },
      expectedChallenge: read.challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: false,
    });
    return verified.verified ? verified.registrationInfo : null;
  } catch {
    ctx.log.warn('a passkey that was to be added did not hold');
    return null;
  }
}
