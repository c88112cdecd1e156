import { and, asc, eq, isNotNull, lt } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import type { OrderStatus, OrderView } from '../donations/order.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import type { MembershipStatus } from './membership.ts';

function orderStatus(status: MembershipStatus): OrderStatus {
  switch (status) {
    case 'pending':
      return 'open';
    case 'incomplete':
      return 'processing';
    case 'expired':
      return 'expired';
    case 'incomplete_expired':
      return 'failed';
    case 'trialing':
    case 'active':
    case 'past_due':
    case 'unpaid':
    case 'paused':
    case 'canceled':
      return 'paid';
  }
}

/** A membership's order as the pages after Checkout show it, or null. Caller's duty: whom to show it to. */
export async function readMembershipOrder(ctx: Ctx, id: string): Promise<OrderView | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tierName: tiers.name })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(eq(memberships.id, id))
    .limit(1);
  const row = rows[0]?.membership;
  if (!row) return null;
  return {
    kind: 'membership',
    id: row.id,
    status: orderStatus(row.status),
    amount: money(row.amountMinor, row.currency),
    feeCover: money(row.feeCoverMinor, row.currency),
    interval: row.interval,
    tierName: rows[0]?.tierName ?? null,
    browserHash: row.browserHash,
    supporterId: row.supporterId,
    email: row.supporterId ? await readSupporterEmail(ctx, row.supporterId) : null,
    supporterCreatedByThisOrder: row.madeSupporter,
    checkoutUrl: row.status === 'pending' ? row.checkoutUrl : null,
    returnTo: row.returnTo,
    articleId: row.articleId,
    failureCode: row.status === 'expired' ? row.endedBecause : null,
    isAnonymous: row.isAnonymous,
    createdAt: row.createdAt,
    wasDuplicate: row.endedBecause === 'duplicate',
  };
}

/** Orders whose Checkout was open when last heard of, the oldest first. */
export function listOpenMemberships(
  ctx: Ctx,
  input: { createdBefore: Date; limit: number },
): Promise<{ id: string; checkoutId: string | null; status: string }[]> {
  return ctx.db
    .select({ id: memberships.id, checkoutId: memberships.checkoutId, status: memberships.status })
    .from(memberships)
    .where(
      and(
        eq(memberships.status, 'pending'),
        isNotNull(memberships.checkoutId),
        lt(memberships.createdAt, input.createdBefore),
      ),
    )
    .orderBy(asc(memberships.createdAt))
    .limit(input.limit);
}
