import { and, eq, gt, isNull } from 'drizzle-orm';
import { signInRequests } from '../../db/schema/supporters.ts';
import { hashToken, newCode, newToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';

export interface SignInSecrets {
  readonly token: string;
  readonly code: string;
}

/**
 * Makes the link's token and the code, at the moment the mail is written: they exist in that mail
 * and nowhere else. Issuing again (the first mail was refused for now) replaces them.
 * Null when the request is past its time or used.
 */
export async function issueSignInSecrets(
  ctx: Ctx,
  requestId: string,
): Promise<SignInSecrets | null> {
  const token = newToken();
  const code = newCode();
  const updated = await ctx.db
    .update(signInRequests)
    .set({ tokenHash: hashToken(token), codeHash: hashCode(requestId, code) })
    .where(
      and(
        eq(signInRequests.id, requestId),
        isNull(signInRequests.usedAt),
        gt(signInRequests.expiresAt, ctx.clock.now()),
      ),
    )
    .returning({ id: signInRequests.id });
  return updated.length === 0 ? null : { token, code };
}

/** What is stored of a code. It is short, so what protects it is its few attempts and its short life. */
export function hashCode(requestId: string, code: string): string {
  return hashToken(`${requestId}:${code}`);
}
