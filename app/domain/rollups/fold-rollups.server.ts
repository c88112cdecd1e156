import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { allRollups } from './all-rollups.ts';
import type { Rollup } from './rollup.ts';

/**
 * Adds up the increments that have come since the last time, so that a rollup stays as small as
 * its keys are many. No sum changes, for nobody and at no moment. Safe to run from several places:
 * whoever comes second leaves it to the first.
 */
export async function foldRollups(
  ctx: Ctx,
  rollups: readonly Rollup[] = allRollups,
): Promise<void> {
  for (const rollup of rollups) await fold(ctx, rollup);
}

async function fold(ctx: Ctx, { table, keys, sums }: Rollup): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await tx.db.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(7306, hashtext(${table})) as free`,
    );
    if (!rows[0]?.free) return;
    await tx.db.execute(sql`set local statement_timeout = 0`);
    const names = keys.join(', ');
    // Both the new increments and what was folded of the same keys go, and their sum comes: in
    // order, so that what is read together lies together.
    await tx.db.execute(
      sql.raw(`
        with touched as (select distinct ${names} from ${table} where not is_folded),
        gone as (
          delete from ${table} r using touched t
          where ${keys.map((key) => `r.${key} = t.${key}`).join(' and ')}
          returning ${[...keys, ...sums].map((column) => `r.${column}`).join(', ')})
        insert into ${table} (${names}, ${sums.join(', ')}, is_folded)
        select ${names}, ${sums.map((name) => `sum(${name})`).join(', ')}, true
        from gone group by ${names}
        having ${sums.map((name) => `sum(${name}) <> 0`).join(' or ')}
        order by ${names}`),
    );
  });
}
