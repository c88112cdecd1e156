import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { passkeyChallenges, passkeys } from '../../../db/schema/passkeys.ts';
import { addMs } from '../../../kernel/dates.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { knownTransports } from './credential-shape.ts';
import { type RelyingParty, challengeMs } from './passkey.ts';

type Purpose = (typeof passkeyChallenges.$inferSelect)['purpose'];

/**
 * What a browser is told so that a device makes a passkey for this person. No attestation is asked
 * for: which make of device somebody has is not ours to know. Caller's duty: that it is they.
 */
export async function askToAdd(
  ctx: Ctx,
  input: {
    readonly relyingParty: RelyingParty;
    readonly newsroomName: string;
    readonly supporter: { readonly id: string; readonly email: string };
    readonly browserHash: string;
  },
) {
  const { relyingParty, supporter, browserHash } = input;
  const known = await ctx.db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.supporterId, supporter.id), isNull(passkeys.suspectedAt)));
  const options = await generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: input.newsroomName,
    userID: Uint8Array.from(Buffer.from(supporter.id)),
    userName: supporter.email,
    attestationType: 'none',
    timeout: challengeMs,
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: knownTransports(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  await keep(ctx, {
    ...{ challenge: options.challenge, purpose: 'adding', browserHash },
    supporterId: supporter.id,
  });
  return options;
}

/** What a browser is told so that a device offers the passkeys it has for this site. It names nobody. */
export async function askToSignIn(
  ctx: Ctx,
  input: { readonly relyingParty: RelyingParty; readonly browserHash: string },
) {
  const options = await generateAuthenticationOptions({
    rpID: input.relyingParty.id,
    userVerification: 'preferred',
    timeout: challengeMs,
  });
  await keep(ctx, {
    ...{ challenge: options.challenge, purpose: 'signing_in' },
    ...{ browserHash: input.browserHash, supporterId: null },
  });
  return options;
}

/**
 * What a browser is told so that a device verifies this person and signs with one of their
 * passkeys. Null when they have none that could. Caller's duty: that it is they.
 */
export async function askToConfirm(
  ctx: Ctx,
  input: {
    readonly relyingParty: RelyingParty;
    readonly supporterId: string;
    readonly browserHash: string;
  },
) {
  const { supporterId, browserHash } = input;
  const own = await ctx.db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.supporterId, supporterId), isNull(passkeys.suspectedAt)));
  if (own.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: input.relyingParty.id,
    userVerification: 'required',
    timeout: challengeMs,
    allowCredentials: own.map(({ id, transports }) => ({
      id,
      transports: knownTransports(transports),
    })),
  });
  await keep(ctx, {
    ...{ challenge: options.challenge, purpose: 'confirming', browserHash, supporterId },
  });
  return options;
}

/** Uses a challenge up: true once, in the browser that asked, for the same purpose and person, in time. */
export async function takeChallenge(
  ctx: Ctx,
  input: {
    readonly challenge: string;
    readonly purpose: Purpose;
    readonly browserHash: string | null;
    readonly supporterId: string | null;
  },
): Promise<boolean> {
  if (input.browserHash === null) return false;
  const taken = await ctx.db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challenge, input.challenge),
        eq(passkeyChallenges.purpose, input.purpose),
        eq(passkeyChallenges.browserHash, input.browserHash),
        input.supporterId === null
          ? isNull(passkeyChallenges.supporterId)
          : eq(passkeyChallenges.supporterId, input.supporterId),
        gt(passkeyChallenges.expiresAt, ctx.clock.now()),
      ),
    )
    .returning({ id: passkeyChallenges.id });
  return taken.length > 0;
}

/** Deletes challenges past their time. For the daily job. */
export async function deleteExpiredChallenges(ctx: Ctx): Promise<void> {
  await ctx.db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, ctx.clock.now()));
}

async function keep(
  ctx: Ctx,
  row: Pick<
    typeof passkeyChallenges.$inferInsert,
    'challenge' | 'purpose' | 'browserHash' | 'supporterId'
  >,
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insert(passkeyChallenges)
    .values({ ...row, id: newId(), createdAt: now, expiresAt: addMs(now, challengeMs) });
}
