import { and, eq, gt } from 'drizzle-orm';
import { sessions } from '../../db/schema/supporters.ts';
import { hashToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';

/** Ends the session of a token, on the server, so that a copied cookie opens nothing either. A token that opens nothing is fine too. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .update(sessions)
    .set({ expiresAt: now })
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, now)));
}
