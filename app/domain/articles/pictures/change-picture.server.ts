import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { pictures } from '../../../db/schema/articles.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type PictureWords, type PictureWordsFault, faultOfWords } from './picture-words.ts';

/** Changes what is said about a picture, wherever it stands. Caller's duty: that the actor may. */
export async function changePicture(
  ctx: Ctx,
  input: PictureWords & { readonly pictureId: string; readonly actorId: string },
): Promise<Result<null, 'gone' | PictureWordsFault>> {
  const { pictureId, actorId, ...words } = input;
  const fault = faultOfWords(words);
  if (fault) return fail(fault);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ alt: pictures.alt, credit: pictures.credit, caption: pictures.caption })
      .from(pictures)
      .where(eq(pictures.id, pictureId))
      .for('update');
    if (!row) return fail('gone');
    const changed = (['alt', 'credit', 'caption'] as const).filter(
      (name) => !isDeepStrictEqual({ ...row[name] }, { ...words[name] }),
    );
    if (changed.length === 0) return ok(null);
    const only = (from: PictureWords) =>
      Object.fromEntries(changed.map((name) => [name, from[name]]));
    await tx.db.update(pictures).set(only(words)).where(eq(pictures.id, pictureId));
    await recordAudit(tx, {
      ...{ actorId, action: 'picture.changed', reason: '' },
      ...{ subjectKind: 'picture', subjectId: pictureId },
      ...{ before: only(row), after: only(words) },
    });
    return ok(null);
  });
}
