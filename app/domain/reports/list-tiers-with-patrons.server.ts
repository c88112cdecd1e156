import { inArray, sql } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { listTiers } from '../memberships/list-tiers.server.ts';
import { liveStatuses } from '../memberships/membership.ts';
import type { TierView } from '../memberships/tier.ts';
import type { Ctx } from '../ports/context.ts';
import { wholeNumber } from './sql-figures.server.ts';

export interface TierWithPatrons extends TierView {
  /** Memberships in force. */
  readonly patrons: number;
}

/** The tiers on offer with how many have chosen each. Three queries. */
export async function listTiersWithPatrons(ctx: Ctx): Promise<TierWithPatrons[]> {
  const [tiers, counts] = await Promise.all([
    listTiers(ctx),
    ctx.db
      .select({ tierId: memberships.tierId, count: wholeNumber(sql`count(*)`) })
      .from(memberships)
      .where(inArray(memberships.status, [...liveStatuses]))
      .groupBy(memberships.tierId),
  ]);
  const byTier = new Map(counts.map((row) => [row.tierId, row.count]));
  return tiers.map((tier) => ({ ...tier, patrons: byTier.get(tier.id) ?? 0 }));
}
