import { eq, sql } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import type { Ctx } from '../ports/context.ts';

export type Gift = typeof gifts.$inferSelect;

/** The lock under which a gift changes; it ends with the transaction. */
export async function lockGift(ctx: Ctx, giftId: string): Promise<Gift | undefined> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${giftId}, 4))`);
  const rows = await ctx.db.select().from(gifts).where(eq(gifts.id, giftId)).limit(1);
  return rows[0];
}
