import { and, asc, eq, lt } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { addMs, daysMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { confirmMembership } from './confirm-membership.server.ts';

/** Well past the 24 hours that a Checkout can be open at most. */
const overAfterMs = 2 * daysMs;
const batchSize = 500;

/** Asks Stripe once more about memberships whose Checkout is long over, and closes those that never reached it. */
export async function expireOldMemberships(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ id: memberships.id, checkoutId: memberships.checkoutId })
    .from(memberships)
    .where(
      and(
        eq(memberships.status, 'pending'),
        lt(memberships.createdAt, addMs(ctx.clock.now(), -overAfterMs)),
      ),
    )
    .orderBy(asc(memberships.createdAt))
    .limit(batchSize);
  for (const { id, checkoutId } of rows) {
    if (checkoutId) await confirmMembership(ctx, id);
    else await ctx.db.update(memberships).set({ status: 'expired' }).where(eq(memberships.id, id));
  }
}
