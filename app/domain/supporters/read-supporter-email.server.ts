import { and, eq, isNull } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

/** Where mail for a supporter goes; null when they were erased. Caller's duty: that the asker may see it. */
export async function readSupporterEmail(ctx: Ctx, supporterId: string): Promise<string | null> {
  const rows = await ctx.db
    .select({ email: supporters.email })
    .from(supporters)
    .where(and(eq(supporters.id, supporterId), isNull(supporters.erasedAt)))
    .limit(1);
  return rows[0]?.email ?? null;
}
