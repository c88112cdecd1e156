import { eq } from 'drizzle-orm';
import { isForeignKeyViolation } from '../../../db/failures.ts';
import { pictures } from '../../../db/schema/articles.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type PictureCtx, holdMedia } from './hold-media.server.ts';

/**
 * Takes a picture out of the library, and its files off the disk. The database itself refuses while
 * an article or an author shows it. Caller's duty: that the actor may.
 */
export async function removePicture(
  ctx: PictureCtx,
  input: { readonly pictureId: string; readonly actorId: string; readonly reason: string },
): Promise<Result<null, 'gone' | 'in_use'>> {
  const { pictureId, actorId, reason } = input;
  let files: readonly string[];
  try {
    files = await inTransaction(ctx, async (tx) => {
      const [row] = await tx.db.delete(pictures).where(eq(pictures.id, pictureId)).returning();
      if (!row) return [];
      const { alt, credit, caption } = row;
      await recordAudit(tx, {
        ...{ actorId, action: 'picture.removed', reason },
        ...{ subjectKind: 'picture', subjectId: pictureId, before: { alt, credit, caption } },
      });
      return row.widths.flatMap((width) => [
        `${pictureId}-${width}.webp`,
        ...(row.hasAvif ? [`${pictureId}-${width}.avif`] : []),
      ]);
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use');
    throw error;
  }
  if (files.length === 0) return fail('gone');
  // After the row: were it the other way round, a crash would leave a picture without its files.
  await inTransaction(ctx, async (tx) => {
    await holdMedia(tx, 'alone');
    const isBack = (await tx.db.$count(pictures, eq(pictures.id, pictureId))) > 0;
    if (!isBack) await ctx.media.remove(files);
  });
  return ok(null);
}
