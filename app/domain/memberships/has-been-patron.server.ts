import { and, eq, isNotNull } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';

/** Did a membership of theirs ever begin? One that was a mistaken second one counts too. */
export async function hasBeenPatron(ctx: Ctx, supporterId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.supporterId, supporterId), isNotNull(memberships.startedAt)))
    .limit(1);
  return rows.length > 0;
}
