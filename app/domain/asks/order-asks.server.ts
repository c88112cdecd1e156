import { asc, eq } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/** The list as it stands, held until the end of the transaction: who changes the order waits in line. */
export async function holdAsks(tx: Ctx) {
  return tx.db.select().from(asks).orderBy(asc(asks.position), asc(asks.id)).for('update');
}

/**
 * Moves an ask one place among those in use. At the edge of the list it stays.
 * Caller's duty: that the actor may.
 */
export async function moveAsk(
  ctx: Ctx,
  input: { readonly actorId: string; readonly askId: string; readonly to: 'up' | 'down' },
): Promise<Result<null, 'gone' | 'at_the_edge'>> {
  return inTransaction(ctx, async (tx) => {
    const list = await holdAsks(tx);
    const used = list.filter((ask) => ask.isActive);
    const from = used.findIndex((ask) => ask.id === input.askId);
    const moved = used[from];
    if (!moved) return fail('gone');
    const other = used[from + (input.to === 'up' ? -1 : 1)];
    if (!other) return fail('at_the_edge');
    // Numbered anew from one: lists that were imported may hold a place twice.
    const order = list.map((ask) => (ask === moved ? other : ask === other ? moved : ask));
    for (const [index, ask] of order.entries()) {
      if (ask.position === index + 1) continue;
      await tx.db
        .update(asks)
        .set({ position: index + 1 })
        .where(eq(asks.id, ask.id));
    }
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'ask.moved', reason: '' },
      ...{ subjectKind: 'ask', subjectId: moved.id },
      ...{ before: { place: from + 1 }, after: { place: from + (input.to === 'up' ? 0 : 2) } },
    });
    return ok(null);
  });
}

/**
 * Takes an ask out of use, or puts it back where it was; gifts remember it either way. Asked for
 * twice, it is done and noted once. Caller's duty: that the actor may.
 */
export async function putAskToUse(
  ctx: Ctx,
  input: { readonly actorId: string; readonly askId: string; readonly isActive: boolean },
): Promise<Result<null, 'gone'>> {
  return inTransaction(ctx, async (tx) => {
    const { askId, isActive } = input;
    const row = (await holdAsks(tx)).find((ask) => ask.id === askId);
    if (!row) return fail('gone');
    if (row.isActive === isActive) return ok(null);
    await tx.db.update(asks).set({ isActive }).where(eq(asks.id, askId));
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: isActive ? 'ask.returned' : 'ask.retired' },
      ...{ subjectKind: 'ask', subjectId: askId, reason: '' },
    });
    return ok(null);
  });
}
