import { isNotNull } from 'drizzle-orm';
import { payouts } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';

/** The payouts whose content was found to be booked and to come to their amount: id -> status. */
export async function listMatchedPayouts(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: payouts.stripePayoutId, status: payouts.status })
    .from(payouts)
    .where(isNotNull(payouts.matchedAt));
  return new Map(rows.map((row) => [row.id, row.status]));
}
