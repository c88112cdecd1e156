import { eq, sql } from 'drizzle-orm';
import { reconciliationDifferences } from '../../db/schema/reconciliation.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { Comparison, Difference, DifferenceKind } from './difference.ts';

/**
 * Keeps what a comparison found: one row for each object and kind, first and last seen. What staff
 * have explained stays explained while it says the same; what agrees now is over.
 */
export async function recordComparison(ctx: Ctx, comparison: Comparison): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const difference of comparison.differences) await writeDifference(tx, difference);
    for (const kind of new Set(comparison.agreeing.map((object) => object.kind))) {
      const ids = comparison.agreeing
        .filter((object) => object.kind === kind)
        .map((object) => object.objectId);
      await closeOpen(tx, kind, ids);
    }
  });
}

async function writeDifference(ctx: Ctx, difference: Difference): Promise<void> {
  const now = ctx.clock.now();
  const { isRepaired, ...facts } = difference;
  const { state, expected, found, explanation, resolvedAt } = reconciliationDifferences;
  const isAsExplained = sql`${state} = 'explained' and not ${isRepaired}::boolean
    and ${expected} = excluded.expected and ${found} = excluded.found`;
  await ctx.db
    .insert(reconciliationDifferences)
    .values({
      id: newId(),
      ...facts,
      state: isRepaired ? 'repaired' : 'open',
      firstSeenAt: now,
      lastSeenAt: now,
      resolvedAt: isRepaired ? now : null,
    })
    .onConflictDoUpdate({
      target: [reconciliationDifferences.kind, reconciliationDifferences.objectId],
      set: {
        expected: facts.expected,
        found: facts.found,
        cause: facts.cause,
        lastSeenAt: now,
        state: sql`case when ${isAsExplained} then 'explained' else excluded.state end`,
        explanation: sql`case when ${isAsExplained} then ${explanation} end`,
        resolvedAt: sql`case when ${isAsExplained} then ${resolvedAt} else excluded.resolved_at end`,
      },
    });
}

async function closeOpen(ctx: Ctx, kind: DifferenceKind, ids: readonly string[]): Promise<void> {
  await ctx.db
    .update(reconciliationDifferences)
    .set({ state: 'repaired', resolvedAt: ctx.clock.now() })
    .where(
      sql`${reconciliationDifferences.kind} = ${kind} and ${reconciliationDifferences.state} = 'open'
        and ${reconciliationDifferences.objectId}
          in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
    );
}

/** How many differences nobody has explained and nothing has repaired. */
export async function countOpenDifferences(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select({ count: sql<string>`count(*)` })
    .from(reconciliationDifferences)
    .where(eq(reconciliationDifferences.state, 'open'));
  return Number(rows[0]?.count ?? 0);
}
