import { rollupIncome } from '../../../db/schema/rollups.ts';
import type { Ctx } from '../../ports/context.ts';
import type { Day } from '../report-range.ts';

/** The newsroom's day on which the first money moved; null: none has. */
export async function readFirstDay(ctx: Ctx): Promise<Day | null> {
  const [first] = await ctx.db
    .select({ day: rollupIncome.day })
    .from(rollupIncome)
    .orderBy(rollupIncome.day)
    .limit(1);
  return first?.day ?? null;
}
