import { and, eq, gt, isNull } from 'drizzle-orm';
import { emailChanges, supporters } from '../../../db/schema/supporters.ts';
import { hashToken, newToken } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import type { Mailbox } from './email-change.ts';
import { type EmailChange, readEmailChange } from './read-email-change.server.ts';

export interface IssuedChange {
  readonly change: EmailChange;
  /** Null: the new address is somebody else's, so there is nothing to agree to. */
  readonly token: string | null;
}

/**
 * Makes the link's token at the moment the mail is written: it exists in that mail and nowhere
 * else. Issuing again replaces it. Null when the change is over.
 */
export async function issueEmailChangeToken(
  ctx: Ctx,
  input: { readonly changeId: string; readonly mailbox: Mailbox },
): Promise<IssuedChange | null> {
  const change = await readEmailChange(ctx, input.changeId);
  if (!change || change.endedAt || change.expiresAt <= ctx.clock.now()) return null;
  if (input.mailbox === 'new' && (await isSomebodyElses(ctx, change))) {
    return { change, token: null };
  }
  const token = newToken();
  const tokenHash = hashToken(token);
  const updated = await ctx.db
    .update(emailChanges)
    .set(input.mailbox === 'old' ? { oldTokenHash: tokenHash } : { newTokenHash: tokenHash })
    .where(
      and(
        eq(emailChanges.id, change.id),
        isNull(emailChanges.endedAt),
        gt(emailChanges.expiresAt, ctx.clock.now()),
      ),
    )
    .returning({ id: emailChanges.id });
  return updated.length === 0 ? null : { change, token };
}

/** Does another person sign in with the new address? An address of one's own from before a merge is free. */
async function isSomebodyElses(ctx: Ctx, change: EmailChange): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: supporters.id, mergedIntoId: supporters.mergedIntoId })
    .from(supporters)
    .where(eq(supporters.email, change.newEmail))
    .limit(1);
  const owner = rows[0];
  return owner !== undefined && (owner.mergedIntoId ?? owner.id) !== change.supporterId;
}
