import { and, desc, eq, isNull } from 'drizzle-orm';
import { askTests } from '../../../db/schema/ask-tests.ts';
import type { Ctx } from '../../ports/context.ts';
import type { AskTest } from './ab-test.ts';

/** Every test of an ask, the last one first. */
export async function listAskTests(ctx: Ctx, askId: string): Promise<AskTest[]> {
  return ctx.db
    .select()
    .from(askTests)
    .where(eq(askTests.askId, askId))
    .orderBy(desc(askTests.number));
}

/** The tests that run, by ask: a handful, read with every article page that asks. */
export async function readRunningTests(ctx: Ctx): Promise<ReadonlyMap<string, AskTest>> {
  const rows = await ctx.db.select().from(askTests).where(isNull(askTests.endedAt));
  return new Map(rows.map((row) => [row.askId, row]));
}

/** The test of an ask that runs, held until the end of the transaction. */
export async function holdRunningTest(tx: Ctx, askId: string): Promise<AskTest | null> {
  const [row] = await tx.db
    .select()
    .from(askTests)
    .where(and(eq(askTests.askId, askId), isNull(askTests.endedAt)))
    .for('update');
  return row ?? null;
}
