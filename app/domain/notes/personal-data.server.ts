import { asc, eq } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import type { Ctx } from '../ports/context.ts';

/** What the staff noted of a person. Caller's duty: that the asker is the person. */
export function exportNotes(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({ at: notes.at, words: notes.words })
    .from(notes)
    .where(eq(notes.supporterId, supporterId))
    .orderBy(asc(notes.at), asc(notes.id));
}

export async function eraseNotes(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db.delete(notes).where(eq(notes.supporterId, supporterId));
}

export async function moveNotes(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db.update(notes).set({ supporterId: toId }).where(eq(notes.supporterId, fromId));
}
