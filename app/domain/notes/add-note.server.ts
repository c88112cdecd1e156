import { notes } from '../../db/schema/notes.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { lockSupporters } from '../supporters/personal-data.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/**
 * Keeps what the staff want to remember of somebody. The log says that there is a note, not what is
 * in it: the words go with the person. Caller's duty: that the actor may, and that the words are
 * some and no more than `noteMaxLength`.
 */
export async function addNote(
  ctx: Ctx,
  input: { readonly actorId: string; readonly supporterId: string; readonly words: string },
): Promise<Result<null, 'gone'>> {
  const { actorId, supporterId, words } = input;
  return inTransaction(ctx, async (tx) => {
    // Held, so that an erasure comes either before, or after and takes the note along.
    const [person] = await lockSupporters(tx, [supporterId]);
    if (!person || person.erasedAt || person.mergedIntoId) return fail('gone');
    const id = newId();
    await tx.db
      .insert(notes)
      .values({ id, supporterId, authorId: actorId, words, at: tx.clock.now() });
    await recordAudit(tx, {
      ...{ actorId, action: 'supporter.noted', reason: '' },
      ...{ subjectKind: 'supporter', subjectId: supporterId, detail: { noteId: id } },
    });
    return ok(null);
  });
}
