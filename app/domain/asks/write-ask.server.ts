import { eq, max } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import type { AskVariant } from './ab-test/ab-test.ts';
import { holdRunningTest } from './ab-test/read-ask-tests.server.ts';
import type { AskRules } from './ask.ts';
import { holdAsks } from './order-asks.server.ts';

export interface AskWords extends AskVariant {
  readonly name: string;
  readonly rules: AskRules;
}

interface Act {
  readonly actorId: string;
  readonly reason: string;
}

/** Adds an ask at the end of the list, in use. Caller's duty: that the actor may. */
export async function addAsk(ctx: Ctx, input: AskWords & Act): Promise<{ askId: string }> {
  const id = newId();
  await inTransaction(ctx, async (tx) => {
    await holdAsks(tx);
    const [last] = await tx.db.select({ position: max(asks.position) }).from(asks);
    const words = columnsOf(input);
    await tx.db.insert(asks).values({
      ...{ id, ...words, position: (last?.position ?? 0) + 1, isActive: true },
      createdAt: tx.clock.now(),
    });
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'ask.added', reason: input.reason },
      ...{ subjectKind: 'ask', subjectId: id, after: words },
    });
  });
  return { askId: id };
}

/**
 * Changes what an ask says and where it stands. While it is under test its words stay: they are
 * variant A. Caller's duty: that the actor may.
 */
export async function changeAsk(
  ctx: Ctx,
  input: AskWords & Act & { readonly askId: string },
): Promise<Result<null, 'gone' | 'under_test'>> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(asks).where(eq(asks.id, input.askId)).for('update');
    if (!row) return fail('gone');
    const after = columnsOf(input);
    const test = await holdRunningTest(tx, row.id);
    if (test && wordsOf(after) !== wordsOf(test.a)) return fail('under_test');
    await tx.db.update(asks).set(after).where(eq(asks.id, row.id));
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'ask.changed', reason: input.reason },
      ...{ subjectKind: 'ask', subjectId: row.id },
      ...{ before: { ...columnsOf(row) }, after },
    });
    return ok(null);
  });
}

function columnsOf({ name, heading, body, frequency, rules }: AskWords) {
  return { name, heading: { ...heading }, body: { ...body }, frequency, rules: { ...rules } };
}

function wordsOf({ heading, body, frequency }: AskVariant): string {
  return JSON.stringify([heading.en, heading.uk, body.en, body.uk, frequency]);
}
