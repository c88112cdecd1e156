import { asc, eq } from 'drizzle-orm';
import { passkeyChallenges, passkeys } from '../../db/schema/passkeys.ts';
import type { Ctx } from '../ports/context.ts';

/** A person's passkeys, without the keys themselves. Caller's duty: that the asker is the person. */
export async function exportPasskeys(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      name: passkeys.name,
      isSynced: passkeys.isSynced,
      transports: passkeys.transports,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
      suspectedAt: passkeys.suspectedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.supporterId, supporterId))
    .orderBy(asc(passkeys.createdAt));
}

export async function erasePasskeys(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db.delete(passkeyChallenges).where(eq(passkeyChallenges.supporterId, supporterId));
  await tx.db.delete(passkeys).where(eq(passkeys.supporterId, supporterId));
}

/** They go on opening what has become one account: the staff have found that it is one person. */
export async function movePasskeys(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db.delete(passkeyChallenges).where(eq(passkeyChallenges.supporterId, fromId));
  await tx.db.update(passkeys).set({ supporterId: toId }).where(eq(passkeys.supporterId, fromId));
}
