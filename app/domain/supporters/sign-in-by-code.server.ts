import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { signInRequests } from '../../db/schema/supporters.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { sameHash } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { type SignedIn, completeSignIn } from './complete-sign-in.server.ts';
import { hashCode } from './issue-sign-in-secrets.server.ts';
import type { SigningBrowser } from './open-session.server.ts';
import { codeAttemptsAllowed } from './sign-in.ts';

/** wrong_code: it may be tried again. no_request: there is nothing (any more) to type a code for. */
export type CodeFailure = 'wrong_code' | 'no_request';

/** The request that this browser made last, while it can still be answered. */
export async function readPendingSignIn(
  ctx: Ctx,
  browserHash: string | null,
): Promise<{ id: string; email: string; attemptsLeft: number } | null> {
  if (browserHash === null) return null;
  const rows = await ctx.db
    .select({
      id: signInRequests.id,
      email: signInRequests.email,
      codeAttempts: signInRequests.codeAttempts,
    })
    .from(signInRequests)
    .where(
      and(
        eq(signInRequests.browserHash, browserHash),
        isNull(signInRequests.usedAt),
        gt(signInRequests.expiresAt, ctx.clock.now()),
      ),
    )
    .orderBy(desc(signInRequests.createdAt), desc(signInRequests.id))
    .limit(1);
  const row = rows[0];
  if (!row) return null;
  const attemptsLeft = codeAttemptsAllowed - row.codeAttempts;
  return attemptsLeft > 0 ? { id: row.id, email: row.email, attemptsLeft } : null;
}

/**
 * Uses a code, in the browser that asked for it. Every try is counted in a statement of its own
 * before the code is looked at, so tries at the same time can't outrun the limit.
 */
export async function signInByCode(
  ctx: Ctx,
  input: {
    /** Six digits. */
    readonly code: string;
    readonly browserHash: string | null;
    readonly browser: SigningBrowser;
  },
): Promise<Result<SignedIn, CodeFailure>> {
  const pending = await readPendingSignIn(ctx, input.browserHash);
  if (!pending) return fail('no_request');
  const counted = await ctx.db
    .update(signInRequests)
    .set({ codeAttempts: sql`${signInRequests.codeAttempts} + 1` })
    .where(
      and(
        eq(signInRequests.id, pending.id),
        lt(signInRequests.codeAttempts, codeAttemptsAllowed),
        isNull(signInRequests.usedAt),
      ),
    )
    .returning({
      attempts: signInRequests.codeAttempts,
      codeHash: signInRequests.codeHash,
    });
  const request = counted[0];
  if (!request) return fail('no_request');
  const isRight =
    request.codeHash !== null && sameHash(request.codeHash, hashCode(pending.id, input.code));
  if (!isRight) return fail(request.attempts >= codeAttemptsAllowed ? 'no_request' : 'wrong_code');
  const signedIn = await inTransaction(ctx, async (tx) => {
    const used = await tx.db
      .update(signInRequests)
      .set({ usedAt: tx.clock.now() })
      .where(
        and(
          eq(signInRequests.id, pending.id),
          isNull(signInRequests.usedAt),
          isNotNull(signInRequests.codeHash),
        ),
      )
      .returning({
        email: signInRequests.email,
        locale: signInRequests.locale,
        returnTo: signInRequests.returnTo,
      });
    return used[0] ? completeSignIn(tx, used[0], input.browser) : null;
  });
  return signedIn ? ok(signedIn) : fail('no_request');
}
