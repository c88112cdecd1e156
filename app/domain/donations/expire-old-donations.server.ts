import { and, asc, eq, lt } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { addMs, daysMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { confirmDonation } from './confirm-donation.server.ts';

/** Well past the 24 hours that a Checkout can be open at most. */
const overAfterMs = 2 * daysMs;
const batchSize = 500;

/** Asks Stripe once more about donations whose Checkout is long over, and closes those that never reached it. */
export async function expireOldDonations(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ id: donations.id, checkoutId: donations.checkoutId })
    .from(donations)
    .where(
      and(
        eq(donations.status, 'pending'),
        lt(donations.createdAt, addMs(ctx.clock.now(), -overAfterMs)),
      ),
    )
    .orderBy(asc(donations.createdAt))
    .limit(batchSize);
  for (const { id, checkoutId } of rows) {
    if (checkoutId) await confirmDonation(ctx, id);
    else await ctx.db.update(donations).set({ status: 'expired' }).where(eq(donations.id, id));
  }
}
