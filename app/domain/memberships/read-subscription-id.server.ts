import { eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';

/** The subscription of a membership; null when there is none (yet). */
export async function readSubscriptionId(ctx: Ctx, membershipId: string): Promise<string | null> {
  const rows = await ctx.db
    .select({ id: memberships.stripeSubscriptionId })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  return rows[0]?.id ?? null;
}
