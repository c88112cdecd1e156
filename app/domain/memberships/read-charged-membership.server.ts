import { eq } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/** What must be known of a membership before its price is lowered. */
export interface ChargedMembership {
  readonly supporterId: string | null;
  readonly subscriptionId: string | null;
  readonly tierSlug: string;
  readonly interval: Interval;
  readonly amount: Money;
  /** When it is charged next, if it goes on. */
  readonly periodEnd: Date | null;
  /** It goes on, and its payments go through: not ending, paused, failing or free for now. */
  readonly isSound: boolean;
  readonly hasDiscount: boolean;
}

/** Null: there is no such membership. */
export async function readChargedMembership(
  ctx: Ctx,
  membershipId: string,
): Promise<ChargedMembership | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tierSlug: tiers.slug })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const row = rows[0];
  if (!row) return null;
  const { membership } = row;
  return {
    supporterId: membership.supporterId,
    subscriptionId: membership.stripeSubscriptionId,
    tierSlug: row.tierSlug,
    interval: membership.interval,
    amount: money(membership.amountMinor, membership.currency),
    periodEnd: membership.currentPeriodEnd,
    isSound:
      membership.status === 'active' && membership.endedAt === null && membership.cancelAt === null,
    hasDiscount: membership.discountDuration !== null,
  };
}
