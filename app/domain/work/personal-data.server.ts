import { asc, eq } from 'drizzle-orm';
import { workItems } from '../../db/schema/work.ts';
import type { Ctx } from '../ports/context.ts';

/** What the staff noted while they saw to something of a person's. Caller's duty: that the asker is the person. */
export function exportWorkNotes(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      kind: workItems.kind,
      subjectId: workItems.subjectId,
      state: workItems.state,
      note: workItems.note,
      at: workItems.updatedAt,
    })
    .from(workItems)
    .where(eq(workItems.supporterId, supporterId))
    .orderBy(asc(workItems.updatedAt), asc(workItems.subjectId));
}

/** The words go; who took it on is the staff's. */
export async function eraseWorkNotes(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db.update(workItems).set({ note: null }).where(eq(workItems.supporterId, supporterId));
}

export async function moveWorkNotes(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db.update(workItems).set({ supporterId: toId }).where(eq(workItems.supporterId, fromId));
}
