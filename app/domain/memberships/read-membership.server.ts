import { desc, eq, sql } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type MembershipView, isLive } from './membership.ts';
import { perks } from './tier.ts';

type Row = { membership: typeof memberships.$inferSelect; tier: typeof tiers.$inferSelect };

/** A supporter's membership: the one in force, else the last that was no mistaken second one, else null. */
export async function readMembership(
  ctx: Ctx,
  supporterId: string,
): Promise<MembershipView | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tier: tiers })
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
    .limit(1);
  return rows[0] ? toView(rows[0]) : null;
}

/** A membership by its id, with whom it belongs to. Caller's duty: that the asker may see it. */
export async function readMembershipById(
  ctx: Ctx,
  membershipId: string,
): Promise<{ supporterId: string | null; membership: MembershipView } | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tier: tiers })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const row = rows[0];
  return row ? { supporterId: row.membership.supporterId, membership: toView(row) } : null;
}

function toView({ membership, tier }: Row): MembershipView {
  const amount = money(membership.amountMinor, membership.currency);
  const renews =
    isLive(membership.status) &&
    membership.status !== 'paused' &&
    !membership.cancelAt &&
    membership.currentPeriodEnd;
  return {
    id: membership.id,
    tierSlug: tier.slug,
    tierName: tier.name,
    perks: perks.filter((perk) => tier.perks.includes(perk)),
    interval: membership.interval,
    amount,
    status: membership.status,
    startedAt: membership.startedAt,
    currentPeriodEnd: membership.currentPeriodEnd,
    cancelAt: membership.cancelAt,
    endedAt: membership.endedAt,
    nextCharge: renews ? { at: renews, amount } : null,
  };
}
