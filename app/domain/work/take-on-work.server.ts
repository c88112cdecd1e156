import { and, eq } from 'drizzle-orm';
import { workItems } from '../../db/schema/work.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { findWaiting } from './list-work.server.ts';
import { listColleagues } from './list-colleagues.server.ts';
import type { WorkKind, WorkState } from './work.ts';

export interface TakeOnWorkInput {
  readonly kind: WorkKind;
  readonly subjectId: string;
  /** Null: nobody's. */
  readonly ownerId: string | null;
  readonly state: WorkState;
  readonly note: string;
  readonly actorId: string;
}

/**
 * Says whose something is and how far they are. gone: it waits no longer. no_colleague: the owner
 * may not act here. Caller's duty: that the actor may.
 */
export async function takeOnWork(
  ctx: Ctx,
  input: TakeOnWorkInput,
): Promise<Result<null, 'gone' | 'no_colleague'>> {
  const { kind, subjectId, ownerId, state, actorId } = input;
  const { timeZone } = await readNewsroom(ctx);
  return inTransaction(ctx, async (tx) => {
    const found = await findWaiting(tx, { kind, subjectId, timeZone });
    if (!found) return fail('gone');
    if (ownerId !== null && !(await listColleagues(tx)).some(({ id }) => id === ownerId)) {
      return fail('no_colleague');
    }
    const [before] = await tx.db
      .select({ ownerId: workItems.ownerId, state: workItems.state, note: workItems.note })
      .from(workItems)
      .where(and(eq(workItems.kind, kind), eq(workItems.subjectId, subjectId)))
      .for('update');
    const note = input.note === '' ? null : input.note;
    if (before?.ownerId === ownerId && before.state === state && before.note === note) {
      return ok(null);
    }
    const written = {
      ...found,
      ownerId,
      state,
      note,
      updatedBy: actorId,
      updatedAt: tx.clock.now(),
    };
    await tx.db
      .insert(workItems)
      .values({ kind, subjectId, ...written })
      .onConflictDoUpdate({ target: [workItems.kind, workItems.subjectId], set: written });
    await recordAudit(tx, {
      ...{ actorId, action: 'work.taken_on', subjectKind: kind, subjectId, reason: '' },
      before: { ownerId: before?.ownerId ?? null, state: before?.state ?? 'open' },
      after: { ownerId, state },
    });
    return ok(null);
  });
}
