import { and, eq, isNull } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { Profile } from './profile.ts';
import { recordAudit } from './record-audit.server.ts';

/** What a supporter has told us about themselves, or null. Caller's duty: that the asker may see it. */
export async function readProfile(ctx: Ctx, supporterId: string): Promise<Profile | null> {
  const rows = await ctx.db
    .select({
      email: supporters.email,
      name: supporters.name,
      postalAddress: supporters.postalAddress,
    })
    .from(supporters)
    .where(and(eq(supporters.id, supporterId), isNull(supporters.erasedAt)))
    .limit(1);
  return rows[0] ?? null;
}

/**
 * Keeps how a supporter wants to be named on receipts and statements, those of past payments
 * included. Null takes it off. What changed is audited, what it says is not.
 */
export async function saveProfile(
  ctx: Ctx,
  input: {
    readonly supporterId: string;
    readonly name: string | null;
    readonly postalAddress: string | null;
  },
): Promise<void> {
  const { supporterId, name, postalAddress } = input;
  await inTransaction(ctx, async (tx) => {
    const before = await readProfile(tx, supporterId);
    if (!before) return;
    const changed = [
      ...(before.name === name ? [] : ['name']),
      ...(before.postalAddress === postalAddress ? [] : ['postal_address']),
    ];
    if (changed.length === 0) return;
    await tx.db
      .update(supporters)
      .set({ name, postalAddress })
      .where(eq(supporters.id, supporterId));
    await recordAudit(tx, {
      actorId: supporterId,
      action: 'profile.changed',
      subjectKind: 'supporter',
      subjectId: supporterId,
      detail: { changed },
    });
  });
}
