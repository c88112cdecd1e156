import { and, asc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import type { OrderStatus, OrderView } from './order.ts';

const statuses: Record<(typeof donations.$inferSelect)['status'], OrderStatus> = {
  pending: 'open',
  processing: 'processing',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
};

/** A donation as the pages after Checkout show it, or null. Caller's duty: whom to show it to. */
export async function readDonationOrder(ctx: Ctx, id: string): Promise<OrderView | null> {
  const rows = await ctx.db.select().from(donations).where(eq(donations.id, id)).limit(1);
  const row = rows[0];
  if (!row) return null;
  return {
    kind: 'donation',
    id: row.id,
    status: statuses[row.status],
    amount: money(row.amountMinor, row.currency),
    feeCover: money(row.feeCoverMinor, row.currency),
    interval: null,
    tierName: null,
    browserHash: row.browserHash,
    supporterId: row.supporterId,
    email: row.supporterId ? await readSupporterEmail(ctx, row.supporterId) : null,
    supporterCreatedByThisOrder: row.madeSupporter,
    checkoutUrl: row.status === 'pending' ? row.checkoutUrl : null,
    returnTo: row.returnTo,
    articleId: row.articleId,
    failureCode: row.failureCode,
    isAnonymous: row.isAnonymous,
    createdAt: row.createdAt,
    wasDuplicate: false,
  };
}

/** Orders whose Checkout was open when last heard of, the oldest first. */
export function listOpenDonations(
  ctx: Ctx,
  input: { createdBefore: Date; limit: number },
): Promise<{ id: string; checkoutId: string | null; status: string }[]> {
  return ctx.db
    .select({ id: donations.id, checkoutId: donations.checkoutId, status: donations.status })
    .from(donations)
    .where(
      and(
        inArray(donations.status, ['pending', 'processing']),
        isNotNull(donations.checkoutId),
        lt(donations.createdAt, input.createdBefore),
      ),
    )
    .orderBy(asc(donations.createdAt))
    .limit(input.limit);
}
