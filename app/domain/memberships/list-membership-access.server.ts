import { desc, eq, sql } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';
import type { MembershipAccess } from './membership.ts';

/**
 * A supporter's memberships that ever began: those in force first, then the newest; one that was
 * ended as a second one comes last, because it says nothing about the person's support. One query
 * on the supporter's index.
 */
export async function listMembershipAccess(
  ctx: Ctx,
  supporterId: string,
): Promise<MembershipAccess[]> {
  const rows = await ctx.db
    .select({
      status: memberships.status,
      perks: tiers.perks,
      rank: tiers.rank,
      currentPeriodEnd: memberships.currentPeriodEnd,
      cancelAt: memberships.cancelAt,
      pastDueSince: memberships.pastDueSince,
      paidUntil: memberships.paidUntil,
      returnedUntil: memberships.returnedUntil,
      endedAt: memberships.endedAt,
      endedBecause: memberships.endedBecause,
    })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(
      sql`${memberships.supporterId} = ${supporterId} and ${memberships.startedAt} is not null`,
    )
    .orderBy(
      sql`${memberships.endedAt} is null desc`,
      sql`${memberships.endedBecause} is not distinct from 'duplicate'`,
      desc(memberships.startedAt),
      desc(memberships.id),
    )
    .limit(20);
  return rows.map((row) => ({
    status: row.status,
    opensExtras: row.perks.includes('extras'),
    rank: row.rank,
    currentPeriodEnd: row.currentPeriodEnd,
    cancelAt: row.cancelAt,
    pastDueSince: row.pastDueSince,
    paidUntil: row.paidUntil,
    returnedUntil: row.returnedUntil,
    endedAt: row.endedAt,
    wasReturned: row.endedBecause === 'duplicate' || row.returnedUntil !== null,
  }));
}
