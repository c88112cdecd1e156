import { and, desc, eq, sql } from 'drizzle-orm';
import { reconciliationDifferences } from '../../db/schema/reconciliation.ts';
import type { Ctx } from '../ports/context.ts';
import type { DifferenceState, ListedDifference } from './difference.ts';

/** Differences of one state, the latest seen first. */
export async function listDifferences(
  ctx: Ctx,
  input: { state: DifferenceState; limit: number },
): Promise<ListedDifference[]> {
  const rows = await ctx.db
    .select()
    .from(reconciliationDifferences)
    .where(eq(reconciliationDifferences.state, input.state))
    .orderBy(desc(reconciliationDifferences.lastSeenAt), reconciliationDifferences.id)
    .limit(input.limit);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    objectId: row.objectId,
    objectUrl: ctx.payments.dashboardUrl(row.objectId),
    expected: row.expected,
    found: row.found,
    cause: row.cause,
    state: row.state,
    explanation: row.explanation,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
  }));
}

/** How many differences there are of each state. */
export async function countDifferences(ctx: Ctx): Promise<Record<DifferenceState, number>> {
  const counts = { open: 0, repaired: 0, explained: 0 };
  const rows = await ctx.db
    .select({ state: reconciliationDifferences.state, count: sql<string>`count(*)` })
    .from(reconciliationDifferences)
    .groupBy(reconciliationDifferences.state);
  for (const row of rows) counts[row.state] = Number(row.count);
  return counts;
}

/** Marks an open difference as understood. Answers false when it is not open (any more). */
export async function explainOpen(ctx: Ctx, id: string, explanation: string): Promise<boolean> {
  const rows = await ctx.db
    .update(reconciliationDifferences)
    .set({ state: 'explained', explanation, resolvedAt: ctx.clock.now() })
    .where(and(eq(reconciliationDifferences.id, id), eq(reconciliationDifferences.state, 'open')))
    .returning({ id: reconciliationDifferences.id });
  return rows.length > 0;
}
