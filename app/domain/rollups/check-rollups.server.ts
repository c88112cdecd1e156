import { sql } from 'drizzle-orm';
import { rollupState } from '../../db/schema/rollups.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { allRollups } from './all-rollups.ts';
import { differencesOf } from './differences.ts';
import type { Rollup, RollupDifference } from './rollup.ts';

/** Differences that are told one by one; all are counted. */
const mostTold = 100;

export interface RollupCheck {
  readonly count: number;
  readonly differences: readonly RollupDifference[];
}

/**
 * Counts everything anew and holds the rollups against it, each in one statement, so that whatever
 * is written meanwhile is in both or in neither. Notes the outcome for the desk.
 */
export async function checkRollups(
  ctx: Ctx,
  rollups: readonly Rollup[] = allRollups,
): Promise<RollupCheck> {
  let count = 0;
  const differences: RollupDifference[] = [];
  for (const rollup of rollups) {
    const found = await compare(ctx, rollup);
    count += found.length === 0 ? 0 : found.length;
    differences.push(...found.slice(0, Math.max(0, mostTold - differences.length)));
  }
  await ctx.db.update(rollupState).set({ checkedAt: ctx.clock.now(), differenceCount: count });
  if (count > 0) {
    ctx.log.error(
      { count, tables: [...new Set(differences.map(({ table }) => table))] },
      'rollups differ from a recount',
    );
  }
  return { count, differences };
}

function compare(ctx: Ctx, rollup: Rollup): Promise<RollupDifference[]> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`set local statement_timeout = 0`);
    await tx.db.execute(sql`set local work_mem = '256MB'`);
    const { rows } = await tx.db.execute<{ difference: Record<string, unknown> }>(
      sql.raw(`select to_jsonb(d) as difference from (${differencesOf(rollup)}) d`),
    );
    return rows.map(({ difference }) => ({
      table: rollup.table,
      key: JSON.stringify(Object.fromEntries(rollup.keys.map((key) => [key, difference[key]]))),
      missing: Object.fromEntries(rollup.sums.map((name) => [name, String(difference[name])])),
    }));
  });
}
