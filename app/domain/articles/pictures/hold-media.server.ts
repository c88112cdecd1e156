import { sql } from 'drizzle-orm';
import type { Images, Media } from '../../ports/images.ts';
import type { Ctx } from '../../ports/context.ts';

/** What the use cases of pictures need besides. */
export type PictureCtx = Ctx & { readonly images: Images; readonly media: Media };

/**
 * Files and rows can't change in one step. Who adds a picture holds this lock together with others
 * who do, from before its files land until its row is there; who removes files holds it alone. It
 * ends with the transaction of `tx`.
 */
export async function holdMedia(tx: Ctx, how: 'together' | 'alone'): Promise<void> {
  const key = sql`hashtext('pictures.media')`;
  await tx.db.execute(
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`,
  );
}
