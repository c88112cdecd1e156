import { and, asc, eq, lt } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { addMs, daysMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { confirmGift } from './confirm-gift.server.ts';

/** Well past the 24 hours that a Checkout can be open at most. */
const overAfterMs = 2 * daysMs;
const batchSize = 500;

/** Asks Stripe once more about gifts whose Checkout is long over, and closes those that never reached it. */
export async function expireOldGifts(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ id: gifts.id, checkoutId: gifts.checkoutId })
    .from(gifts)
    .where(
      and(eq(gifts.status, 'pending'), lt(gifts.createdAt, addMs(ctx.clock.now(), -overAfterMs))),
    )
    .orderBy(asc(gifts.createdAt))
    .limit(batchSize);
  for (const { id, checkoutId } of rows) {
    if (checkoutId) await confirmGift(ctx, id);
    else await ctx.db.update(gifts).set({ status: 'expired' }).where(eq(gifts.id, id));
  }
}
