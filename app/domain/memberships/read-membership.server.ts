import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { chargeAt } from './discount.ts';
import { type MembershipView, isLive } from './membership.ts';
import { perks } from './tier.ts';

type Row = {
  membership: typeof memberships.$inferSelect;
  tier: typeof tiers.$inferSelect;
  nextTier: typeof tiers.$inferSelect | null;
};
const nextTiers = alias(tiers, 'next_tiers');

/** A supporter's membership: the one in force, else the last that was no mistaken second one, else null. */
export async function readMembership(
  ctx: Ctx,
  supporterId: string,
): Promise<MembershipView | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tier: tiers, nextTier: nextTiers })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .leftJoin(nextTiers, eq(nextTiers.id, memberships.nextTierId))
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
    .select({ membership: memberships, tier: tiers, nextTier: nextTiers })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .leftJoin(nextTiers, eq(nextTiers.id, memberships.nextTierId))
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const row = rows[0];
  return row ? { supporterId: row.membership.supporterId, membership: toView(row) } : null;
}

function toView({ membership, tier, nextTier }: Row): MembershipView {
  const { currency, currentPeriodEnd, pausedUntil } = membership;
  const amount = money(membership.amountMinor, currency);
  const next = toNext(membership, nextTier ?? tier);
  // Our own pause ends with a charge; one that was made at Stripe only lets the next one through.
  const isChargedAfterPause = pausedUntil?.getTime() === currentPeriodEnd?.getTime();
  const renews =
    isLive(membership.status) &&
    (membership.status !== 'paused' || isChargedAfterPause) &&
    !membership.cancelAt &&
    currentPeriodEnd;
  return {
    id: membership.id,
    tierSlug: tier.slug,
    tierName: tier.name,
    perks: perks.filter((perk) => tier.perks.includes(perk)),
    interval: membership.interval,
    amount,
    feeCover: money(membership.feeCoverMinor, currency),
    status: membership.status,
    startedAt: membership.startedAt,
    currentPeriodEnd,
    paidUntil: membership.paidUntil,
    pausedUntil,
    cancelAt: membership.cancelAt,
    endedAt: membership.endedAt,
    next,
    nextCharge: renews
      ? {
          at: renews,
          amount: chargeAt(next && next.at <= renews ? next.amount : amount, membership, renews),
        }
      : null,
  };
}

function toNext(
  { nextChangeAt, nextAmountMinor, nextInterval, currency }: Row['membership'],
  tier: typeof tiers.$inferSelect,
): MembershipView['next'] {
  if (!nextChangeAt || nextAmountMinor === null || !nextInterval) return null;
  return {
    tierName: tier.name,
    amount: money(nextAmountMinor, currency),
    interval: nextInterval,
    at: nextChangeAt,
  };
}
