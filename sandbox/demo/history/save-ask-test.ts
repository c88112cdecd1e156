import { askTestViews, askTests } from '../../../app/db/schema/ask-tests.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import { addDays } from '../../../app/kernel/dates.ts';
import { newId } from '../../../app/platform/ids.ts';
import type { DemoAsk } from '../content/content-schema.ts';
import { askId } from './plan-content.ts';

/**
 * A test that the desk finds at /admin/asks: an ask's words of now won against others. The rows
 * alone; its gifts are drawn with all others, and remember their variant.
 */
export async function saveAskTest(
  ctx: Ctx,
  ask: DemoAsk,
  test: NonNullable<DemoAsk['test']>,
  now: Date,
): Promise<void> {
  const { startedDaysAgo, endedDaysAgo } = test;
  const testId = newId();
  const frequency = 'once' as const;
  await ctx.db.insert(askTests).values({
    ...{ id: testId, askId: askId(ask.name), number: 1, shareB: 50, holdBack: 0, kept: 'b' },
    a: { heading: test.heading, body: test.support, frequency },
    b: { heading: ask.heading, body: ask.support, frequency },
    startedAt: addDays(now, -startedDaysAgo),
    endedAt: addDays(now, -endedDaysAgo),
  });
  await ctx.db.insert(askTestViews).values(
    Array.from({ length: startedDaysAgo - endedDaysAgo }, (_, index) => {
      const day = addDays(now, index - startedDaysAgo)
        .toISOString()
        .slice(0, 10);
      // Some days are read more than others.
      const browsers = { a: 60 + ((index * 37) % 61), b: 60 + ((index * 53) % 61) };
      return (['a', 'b'] as const).map((arm) => ({
        ...{ testId, arm, day, shard: 0, browsers: browsers[arm] },
      }));
    }).flat(),
  );
}
