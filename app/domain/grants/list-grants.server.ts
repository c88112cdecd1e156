import { desc, eq } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import { listTierNames } from '../memberships/list-tier-names.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporters } from '../supporters/read-supporters.server.ts';
import { type ListedGrant, grantStanding } from './grant.ts';

/** Grants, the latest first; of one supporter when one is named. Three queries. */
export async function listGrants(
  ctx: Ctx,
  { supporterId, limit }: { supporterId: string | null; limit: number },
): Promise<ListedGrant[]> {
  const rows = await ctx.db
    .select()
    .from(grants)
    .where(supporterId ? eq(grants.supporterId, supporterId) : undefined)
    .orderBy(desc(grants.createdAt), grants.id)
    .limit(limit);
  const [people, tiers] = await Promise.all([
    readSupporters(
      ctx,
      rows.map((row) => row.supporterId),
    ),
    listTierNames(ctx),
  ]);
  const now = ctx.clock.now();
  return rows.flatMap((row) => {
    const supporter = people.get(row.supporterId);
    const tier = tiers.get(row.tierId);
    if (!supporter || !tier) return [];
    const { id, startsAt, endsAt, reason, createdAt, revokedAt, revokedBecause } = row;
    return [
      {
        ...{ id, supporter, tierName: tier.name, startsAt, endsAt, reason, createdAt },
        ...{ revokedAt, revokedBecause, standing: grantStanding(row, now) },
      },
    ];
  });
}
