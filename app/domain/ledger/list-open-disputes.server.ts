import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { disputes } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';

/** https://docs.stripe.com/api/disputes/object#dispute_object-status */
const decided = ['won', 'lost', 'warning_closed', 'prevented'];

/** Which of these orders have a dispute or an inquiry that is not decided yet. */
export async function listOpenDisputes(
  ctx: Ctx,
  source: 'donation' | 'membership',
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sourceIds.length === 0) return new Set();
  const rows = await ctx.db
    .select({ sourceId: disputes.sourceId })
    .from(disputes)
    .where(
      and(
        eq(disputes.source, source),
        inArray(disputes.sourceId, [...sourceIds]),
        notInArray(disputes.status, decided),
      ),
    );
  return new Set(rows.map((row) => row.sourceId));
}
