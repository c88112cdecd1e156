import { sql } from 'drizzle-orm';
import { stripeEvents } from '../db/schema/webhooks.ts';
import type { Ctx } from '../domain/ports/context.ts';

/** How many events wait, failed, were set aside or belong to others: for metrics and admins. */
export async function countInbox(ctx: Ctx): Promise<Record<string, number>> {
  const rows = await ctx.db
    .select({ outcome: stripeEvents.outcome, count: sql<string>`count(*)` })
    .from(stripeEvents)
    .groupBy(stripeEvents.outcome);
  return Object.fromEntries(rows.map((row) => [row.outcome, Number(row.count)]));
}
