import { desc, eq, sql } from 'drizzle-orm';
import { reconciliationCursors, reconciliationRuns } from '../../db/schema/reconciliation.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { Comparison, RunView, Scope } from './difference.ts';

/** A run that has not been heard of for so long has died. */
const silenceMs = 10 * minutesMs;

/** Begins a run, unless one is under way: then null. Two at once would note the same twice. */
export function beginRun(ctx: Ctx, scope: Scope): Promise<string | null> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('reconciliation', 4))`);
    const rows = await tx.db
      .select({ id: reconciliationRuns.id })
      .from(reconciliationRuns)
      .where(
        sql`${reconciliationRuns.finishedAt} is null
          and ${reconciliationRuns.beatAt} > ${addMs(now, -silenceMs).toISOString()}::timestamptz`,
      )
      .limit(1);
    if (rows[0]) return null;
    const id = newId();
    await tx.db.insert(reconciliationRuns).values({ id, scope, startedAt: now, beatAt: now });
    return id;
  });
}

/** Tells that a run is alive; called at least every few minutes. */
export async function beatRun(ctx: Ctx, runId: string): Promise<void> {
  await ctx.db
    .update(reconciliationRuns)
    .set({ beatAt: ctx.clock.now() })
    .where(eq(reconciliationRuns.id, runId));
}

/** Adds up what a comparison of a run came to. */
export async function countComparison(ctx: Ctx, runId: string, part: Comparison): Promise<void> {
  const repaired = part.differences.filter((difference) => difference.isRepaired).length;
  await ctx.db
    .update(reconciliationRuns)
    .set({
      beatAt: ctx.clock.now(),
      compared: sql`${reconciliationRuns.compared} + ${part.compared}`,
      differing: sql`${reconciliationRuns.differing} + ${part.differences.length}`,
      repaired: sql`${reconciliationRuns.repaired} + ${repaired}`,
    })
    .where(eq(reconciliationRuns.id, runId));
}

export async function endRun(ctx: Ctx, runId: string, failure: string | null): Promise<void> {
  await ctx.db
    .update(reconciliationRuns)
    .set({ finishedAt: ctx.clock.now(), failure })
    .where(eq(reconciliationRuns.id, runId));
}

/** The latest runs, the newest first. */
export async function listRuns(ctx: Ctx, limit: number): Promise<RunView[]> {
  const { scope, startedAt, finishedAt, compared, differing, repaired, failure } =
    reconciliationRuns;
  return ctx.db
    .select({ scope, startedAt, finishedAt, compared, differing, repaired, failure })
    .from(reconciliationRuns)
    .orderBy(desc(reconciliationRuns.startedAt))
    .limit(limit);
}

/** How far a walk through Stripe's history has come; null before the first. */
export async function readCursor(ctx: Ctx, name: string): Promise<Date | null> {
  const rows = await ctx.db
    .select({ at: reconciliationCursors.at })
    .from(reconciliationCursors)
    .where(eq(reconciliationCursors.name, name))
    .limit(1);
  return rows[0]?.at ?? null;
}

/** Moves a cursor on; it never goes back. */
export async function moveCursor(ctx: Ctx, name: string, at: Date): Promise<void> {
  await ctx.db
    .insert(reconciliationCursors)
    .values({ name, at })
    .onConflictDoUpdate({
      target: reconciliationCursors.name,
      set: { at: sql`greatest(${reconciliationCursors.at}, excluded.at)` },
    });
}
