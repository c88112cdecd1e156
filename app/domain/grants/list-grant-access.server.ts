import { eq } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import { listTierNames } from '../memberships/list-tier-names.server.ts';
import type { Ctx } from '../ports/context.ts';

/** What staff have opened to a supporter: entitlements decide from these. One query when there is none. */
export async function listGrantAccess(ctx: Ctx, supporterId: string) {
  const rows = await ctx.db
    .select()
    .from(grants)
    .where(eq(grants.supporterId, supporterId))
    .limit(100);
  if (rows.length === 0) return [];
  const tiers = await listTierNames(ctx);
  return rows.map((row) => ({
    kind: 'complimentary' as const,
    opensExtras: tiers.get(row.tierId)?.opensExtras ?? false,
    rank: tiers.get(row.tierId)?.rank ?? 0,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    isRevoked: row.revokedAt !== null,
  }));
}
