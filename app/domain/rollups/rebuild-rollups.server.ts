import { sql } from 'drizzle-orm';
import { rollupState } from '../../db/schema/rollups.ts';
import { readNewsroomSettings } from '../newsroom/read-newsroom.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { allRollups } from './all-rollups.ts';
import { differencesOf } from './differences.ts';
import { foldRollups } from './fold-rollups.server.ts';
import type { Rollup } from './rollup.ts';

/**
 * Makes every rollup what a recount says, by the newsroom's time zone of now. What is missing is
 * added as one more increment, in the statement that counts: nobody who writes payments has to
 * wait, and what they write meanwhile is counted by their own triggers. Safe to repeat.
 */
export async function rebuildRollups(
  ctx: Ctx,
  rollups: readonly Rollup[] = allRollups,
): Promise<void> {
  await takeTimeZone(ctx);
  for (const rollup of rollups) {
    const columns = [...rollup.keys, ...rollup.sums].join(', ');
    await inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`set local statement_timeout = 0`);
      await tx.db.execute(sql`set local work_mem = '256MB'`);
      await tx.db.execute(
        sql.raw(
          `insert into ${rollup.table} (${columns}) select ${columns} from (${differencesOf(rollup)}) missing`,
        ),
      );
    });
  }
  await foldRollups(ctx, rollups);
  await ctx.db.update(rollupState).set({ checkedAt: ctx.clock.now(), differenceCount: 0 });
}

/** Do the rollups count their days by another zone than the newsroom's? */
export async function isZoneOutdated(ctx: Ctx): Promise<boolean> {
  const { timeZone } = await readNewsroomSettings(ctx);
  const [state] = await ctx.db.select({ timeZone: rollupState.timeZone }).from(rollupState);
  return state?.timeZone !== timeZone;
}

/**
 * Writers hold the zone until they commit: once it is taken over, whoever still counted by the old
 * one is done, and the recount that follows sees all of theirs.
 */
async function takeTimeZone(ctx: Ctx): Promise<void> {
  const { timeZone } = await readNewsroomSettings(ctx);
  await inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(7306, 0)`);
    await tx.db.update(rollupState).set({ timeZone });
  });
}
