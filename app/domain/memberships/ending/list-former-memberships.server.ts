import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { memberships, tiers } from '../../../db/schema/memberships.ts';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import type { FormerMembership } from './former-membership.ts';

/** More than anybody begins and ends; the rest is in the payments. */
const mostShown = 50;

/**
 * A supporter's memberships that have ended, the last first; without those that were ended and paid
 * back as a second one. Caller's duty: that the asker may see them.
 */
export async function listFormerMemberships(
  ctx: Ctx,
  supporterId: string,
): Promise<FormerMembership[]> {
  const rows = await ctx.db
    .select({ membership: memberships, slug: tiers.slug, name: tiers.name })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(
      and(
        eq(memberships.supporterId, supporterId),
        isNotNull(memberships.endedAt),
        isNotNull(memberships.startedAt),
        sql`${memberships.endedBecause} is distinct from 'duplicate'`,
      ),
    )
    .orderBy(desc(memberships.endedAt), desc(memberships.id))
    .limit(mostShown);
  return rows.flatMap(({ membership, slug, name }) => {
    const { startedAt, endedAt } = membership;
    if (!startedAt || !endedAt) return [];
    return {
      id: membership.id,
      tierSlug: slug,
      tierName: name,
      interval: membership.interval,
      amount: money(membership.amountMinor, membership.currency),
      feeCover: money(membership.feeCoverMinor, membership.currency),
      startedAt,
      endedAt,
    };
  });
}
