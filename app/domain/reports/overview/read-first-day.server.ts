import { rollupRecurringMoves } from '../../../db/schema/rollups-recurring.ts';
import { rollupIncome } from '../../../db/schema/rollups.ts';
import type { Ctx } from '../../ports/context.ts';
import type { Day } from '../report-range.ts';

/** The newsroom's day on which the first money moved, or the first membership began to count; null: none has. */
export async function readFirstDay(ctx: Ctx): Promise<Day | null> {
  const [[paid], [began]] = await Promise.all([
    ctx.db.select({ day: rollupIncome.day }).from(rollupIncome).orderBy(rollupIncome.day).limit(1),
    ctx.db
      .select({ day: rollupRecurringMoves.day })
      .from(rollupRecurringMoves)
      .orderBy(rollupRecurringMoves.day)
      .limit(1),
  ]);
  const days = [paid?.day, began?.day].filter((day) => day !== undefined);
  return days.sort()[0] ?? null;
}
