import { eq } from 'drizzle-orm';
import { askTests } from '../../../db/schema/ask-tests.ts';
import { asks } from '../../../db/schema/asks.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { holdRunningTest } from './read-ask-tests.server.ts';

/**
 * Ends the test of an ask that runs: from now on every reader sees the kept variant. What each of them
 * brought stays on record. Caller's duty: that the actor may.
 */
export async function endAskTest(
  ctx: Ctx,
  input: {
    readonly askId: string;
    readonly keep: 'a' | 'b';
    readonly actorId: string;
    readonly reason: string;
  },
): Promise<Result<{ number: number }, 'gone' | 'no_such_variant'>> {
  const { askId, keep } = input;
  return inTransaction(ctx, async (tx) => {
    const [ask] = await tx.db.select().from(asks).where(eq(asks.id, askId)).for('update');
    const test = ask ? await holdRunningTest(tx, askId) : null;
    if (!ask || !test) return fail('gone');
    if (keep === 'b' && !test.b) return fail('no_such_variant');
    await tx.db
      .update(askTests)
      .set({ endedAt: tx.clock.now(), kept: keep })
      .where(eq(askTests.id, test.id));
    if (keep === 'b' && test.b) {
      await tx.db
        .update(asks)
        .set({ ...test.b })
        .where(eq(asks.id, askId));
    }
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'ask.test_ended', reason: input.reason },
      ...{ subjectKind: 'ask', subjectId: askId, detail: { number: test.number, kept: keep } },
      ...(keep === 'b' ? { before: { ...test.a }, after: { ...test.b } } : {}),
    });
    return ok({ number: test.number });
  });
}
