import { eq, max } from 'drizzle-orm';
import { askTests } from '../../../db/schema/ask-tests.ts';
import { asks } from '../../../db/schema/asks.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type AskVariant, type TestShares } from './ab-test.ts';
import { holdRunningTest } from './read-ask-tests.server.ts';

/**
 * Begins a test of an ask. Its shares and words stay as they are until it ends: whoever changed them
 * on the way could make any variant win. Caller's duty: that the actor may, and that B has words if
 * anybody is to see it.
 */
export async function startAskTest(
  ctx: Ctx,
  input: TestShares & {
    readonly askId: string;
    readonly b: AskVariant | null;
    readonly actorId: string;
    readonly reason: string;
  },
): Promise<Result<{ testId: string }, 'gone' | 'runs_already' | 'nothing_to_compare'>> {
  const { askId, shareB, holdBack } = input;
  if ((shareB === 0 && holdBack === 0) || shareB > 0 !== (input.b !== null)) {
    return fail('nothing_to_compare');
  }
  return inTransaction(ctx, async (tx) => {
    // Two who begin one at once wait for each other here.
    const [a] = await tx.db
      .select({ heading: asks.heading, body: asks.body, frequency: asks.frequency })
      .from(asks)
      .where(eq(asks.id, askId))
      .for('update');
    if (!a) return fail('gone');
    if (await holdRunningTest(tx, askId)) return fail('runs_already');
    const [last] = await tx.db
      .select({ number: max(askTests.number) })
      .from(askTests)
      .where(eq(askTests.askId, askId));
    const test = {
      ...{ id: newId(), askId, number: (last?.number ?? 0) + 1, shareB, holdBack },
      ...{ a, b: input.b },
    };
    await tx.db.insert(askTests).values({ ...test, startedAt: tx.clock.now() });
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'ask.test_started', reason: input.reason },
      ...{ subjectKind: 'ask', subjectId: askId },
      after: { number: test.number, shareB, holdBack, b: input.b },
    });
    return ok({ testId: test.id });
  });
}
