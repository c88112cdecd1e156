import { and, count, inArray, isNotNull } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';

/** How many memberships began under each of these offers; those without any are left out. */
export async function countRedeemedOf(
  ctx: Ctx,
  offerIds: readonly string[],
): Promise<Map<string, number>> {
  if (offerIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ offerId: memberships.offerId, count: count() })
    .from(memberships)
    .where(and(inArray(memberships.offerId, [...offerIds]), isNotNull(memberships.startedAt)))
    .groupBy(memberships.offerId);
  return new Map(rows.flatMap((row) => (row.offerId ? [[row.offerId, row.count]] : [])));
}
