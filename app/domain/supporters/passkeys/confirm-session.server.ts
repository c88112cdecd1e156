import { and, eq, gt, ne } from 'drizzle-orm';
import { sessions } from '../../../db/schema/supporters.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { hashToken, newToken } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSigned } from './credential-shape.ts';
import type { RelyingParty } from './passkey.ts';
import { takeChallenge } from './passkey-challenge.server.ts';
import { usePasskey } from './use-passkey.server.ts';

/**
 * Notes that who holds this session has just used a passkey of theirs, on a device that verified
 * them. The session goes on under another token: the one before opens nothing any more, so that
 * whoever had copied it stays outside (OWASP: renew the session ID after any privilege change).
 * Caller's duty: to send the new token as a cookie.
 */
export async function confirmSession(
  ctx: Ctx,
  input: {
    readonly supporterId: string;
    readonly sessionId: string;
    readonly relyingParty: RelyingParty;
    readonly browserHash: string | null;
    /** As the browser's script sends it. */
    readonly credential: string;
  },
): Promise<Result<{ token: string }, 'refused'>> {
  const { supporterId, relyingParty } = input;
  const read = readSigned(input.credential);
  if (!read) return fail('refused');
  const isAsked = await takeChallenge(ctx, {
    ...{ challenge: read.challenge, purpose: 'confirming' },
    ...{ browserHash: input.browserHash, supporterId },
  });
  if (!isAsked) return fail('refused');
  return inTransaction(ctx, async (tx) => {
    const used = await usePasskey(tx, {
      ...{ ...read, relyingParty, supporterId, mustVerifyUser: true },
    });
    if (!used) return fail('refused');
    const now = tx.clock.now();
    const token = newToken();
    const confirmed = await tx.db
      .update(sessions)
      .set({ tokenHash: hashToken(token), confirmedAt: now, lastSeenAt: now })
      .where(
        and(
          eq(sessions.id, input.sessionId),
          eq(sessions.supporterId, supporterId),
          ne(sessions.openedBy, 'checkout'),
          gt(sessions.expiresAt, now),
        ),
      )
      .returning({ id: sessions.id });
    return confirmed.length > 0 ? ok({ token }) : fail('refused');
  });
}
