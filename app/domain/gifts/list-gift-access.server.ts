import { and, eq, isNull } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { listTierNames } from '../memberships/list-tier-names.server.ts';
import type { Ctx } from '../ports/context.ts';
import { isReturned } from './gift.ts';

/** The gifts that a supporter has claimed: entitlements decide from these. One query when there is none. */
export async function listGiftAccess(ctx: Ctx, supporterId: string) {
  const rows = await ctx.db
    .select()
    .from(gifts)
    // One that moved the charge of a membership opens through the membership.
    .where(and(eq(gifts.claimedById, supporterId), isNull(gifts.extendedMembershipId)))
    .limit(100);
  if (rows.length === 0) return [];
  const tiers = await listTierNames(ctx);
  return rows.flatMap((row) =>
    row.startsAt && row.endsAt
      ? [
          {
            kind: 'gift' as const,
            opensExtras: tiers.get(row.tierId)?.opensExtras ?? false,
            rank: tiers.get(row.tierId)?.rank ?? 0,
            startsAt: row.startsAt,
            endsAt: row.endsAt,
            isRevoked: isReturned(row),
          },
        ]
      : [],
  );
}
