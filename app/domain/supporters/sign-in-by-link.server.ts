import { and, eq, gt, isNull } from 'drizzle-orm';
import { signInRequests } from '../../db/schema/supporters.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { hashToken } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { type SignedIn, completeSignIn } from './complete-sign-in.server.ts';
import type { SigningBrowser } from './open-session.server.ts';
import type { LinkState } from './sign-in.ts';

/** What a link from a mail is worth, without using it: mail scanners open links too. */
export async function readSignInLink(
  ctx: Ctx,
  token: string,
): Promise<{ state: LinkState; email: string | null }> {
  const rows = await ctx.db
    .select({
      email: signInRequests.email,
      usedAt: signInRequests.usedAt,
      expiresAt: signInRequests.expiresAt,
    })
    .from(signInRequests)
    .where(eq(signInRequests.tokenHash, hashToken(token)))
    .limit(1);
  const row = rows[0];
  if (!row) return { state: 'unknown', email: null };
  if (row.usedAt) return { state: 'used', email: null };
  if (row.expiresAt <= ctx.clock.now()) return { state: 'expired', email: null };
  return { state: 'live', email: row.email };
}

/** Uses a link, once: of two presses at the same time one wins. Works in any browser. */
export async function signInByLink(
  ctx: Ctx,
  input: { readonly token: string; readonly browser: SigningBrowser },
): Promise<Result<SignedIn, Exclude<LinkState, 'live'>>> {
  const now = ctx.clock.now();
  const signedIn = await inTransaction(ctx, async (tx) => {
    const used = await tx.db
      .update(signInRequests)
      .set({ usedAt: now })
      .where(
        and(
          eq(signInRequests.tokenHash, hashToken(input.token)),
          isNull(signInRequests.usedAt),
          gt(signInRequests.expiresAt, now),
        ),
      )
      .returning({
        email: signInRequests.email,
        locale: signInRequests.locale,
        returnTo: signInRequests.returnTo,
      });
    return used[0] ? completeSignIn(tx, used[0], input.browser) : null;
  });
  if (signedIn) return ok(signedIn);
  const { state } = await readSignInLink(ctx, input.token);
  return fail(state === 'live' ? 'used' : state);
}
