import { eq } from 'drizzle-orm';
import { pictures } from '../../../db/schema/articles.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { inTransaction } from '../../ports/context.ts';
import type { ImageFault } from '../../ports/images.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type PictureCtx, holdMedia } from './hold-media.server.ts';
import { type PictureWords, type PictureWordsFault, faultOfWords } from './picture-words.ts';

export interface AddPictureInput extends PictureWords {
  readonly actorId: string;
  /** The file as it was sent. */
  readonly content: Buffer;
}

export interface AddedPicture {
  readonly pictureId: string;
  /** False: these very bytes are in the library already, with words of their own, which stay. */
  readonly isNew: boolean;
}

/**
 * Takes a picture into the library. Its files are whole on the disk before its row is there; after
 * a crash in between they belong to nobody and are swept away. Caller's duty: that the actor may.
 */
export async function addPicture(
  ctx: PictureCtx,
  { content, actorId, ...words }: AddPictureInput,
): Promise<Result<AddedPicture, ImageFault | PictureWordsFault>> {
  const fault = faultOfWords(words);
  if (fault) return fail(fault);
  const pictureId = ctx.images.idOf(content);
  if ((await ctx.db.$count(pictures, eq(pictures.id, pictureId))) > 0) {
    return ok({ pictureId, isNew: false });
  }
  const read = await ctx.images.read(content);
  if (!read.ok) return read;
  const { files, widths, ...facts } = read.value;
  return inTransaction(ctx, async (tx) => {
    await holdMedia(tx, 'together');
    await ctx.media.keep(files);
    const added = await tx.db
      .insert(pictures)
      .values({
        ...{ ...facts, widths: [...widths], hasAvif: true, createdAt: ctx.clock.now() },
        ...{ alt: words.alt, credit: words.credit, caption: words.caption },
      })
      .onConflictDoNothing()
      .returning({ id: pictures.id });
    if (added.length === 0) return ok({ pictureId, isNew: false });
    await recordAudit(tx, {
      ...{ actorId, action: 'picture.added', reason: '' },
      ...{ subjectKind: 'picture', subjectId: pictureId, after: { ...words } },
    });
    return ok({ pictureId, isNew: true });
  });
}
