import { asc, count, eq, sql } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import type { Ctx } from '../ports/context.ts';

/** The access that a person was given. By whom is somebody else's personal data. Caller's duty: that the asker is the person. */
export async function exportGrants(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      id: grants.id,
      tierId: grants.tierId,
      startsAt: grants.startsAt,
      endsAt: grants.endsAt,
      reason: grants.reason,
      createdAt: grants.createdAt,
      revokedAt: grants.revokedAt,
      revokedBecause: grants.revokedBecause,
    })
    .from(grants)
    .where(eq(grants.supporterId, supporterId))
    .orderBy(asc(grants.createdAt), asc(grants.id));
}

/** What the staff wrote about the person goes; that access was given stays with nobody's row, and is over. */
export async function eraseGrants(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db
    .update(grants)
    .set({
      reason: '',
      revokedBecause: null,
      revokedAt: sql`coalesce(${grants.revokedAt}, ${tx.clock.now()})`,
    })
    .where(eq(grants.supporterId, supporterId));
}

export async function moveGrants(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db.update(grants).set({ supporterId: toId }).where(eq(grants.supporterId, fromId));
}

export async function countGrants(ctx: Ctx, supporterId: string): Promise<number> {
  const rows = await ctx.db
    .select({ count: count() })
    .from(grants)
    .where(eq(grants.supporterId, supporterId));
  return rows[0]?.count ?? 0;
}
