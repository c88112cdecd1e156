import { and, eq, isNull, sql } from 'drizzle-orm';
import { askTestViews, askTests } from '../../../db/schema/ask-tests.ts';
import { dayIn } from '../../../kernel/dates.ts';
import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { armsOf, parseVariant } from './ab-test.ts';

const shards = 16;

/**
 * Counts one more browser that saw a variant (or, held back, stood where the ask would be). What is
 * claimed is checked against the tests that run: anything else counts nothing. Says whether it counted.
 * Caller's duties: that the page was ours, and a limit to how often somebody may say so.
 */
export async function countAskView(
  ctx: Ctx,
  claim: { readonly askId: string; readonly variant: string },
): Promise<boolean> {
  const variant = parseVariant(claim.variant);
  if (!variant) return false;
  const [test] = await ctx.db
    .select({ id: askTests.id, shareB: askTests.shareB, holdBack: askTests.holdBack })
    .from(askTests)
    .where(
      and(
        eq(askTests.askId, claim.askId),
        eq(askTests.number, variant.number),
        isNull(askTests.endedAt),
      ),
    );
  if (!test || !armsOf(test).includes(variant.arm)) return false;
  const { timeZone } = await readNewsroom(ctx);
  await ctx.db
    .insert(askTestViews)
    .values({
      ...{ testId: test.id, arm: variant.arm, day: dayIn(ctx.clock.now(), timeZone) },
      ...{ shard: Math.floor(Math.random() * shards), browsers: 1 },
    })
    .onConflictDoUpdate({
      target: [askTestViews.testId, askTestViews.arm, askTestViews.day, askTestViews.shard],
      set: { browsers: sql`${askTestViews.browsers} + 1` },
    });
  return true;
}
