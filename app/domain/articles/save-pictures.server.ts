import { sql } from 'drizzle-orm';
import { pictures } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';

export interface SavePictureInput {
  readonly id: string;
  /** Of the largest file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Each has a file `<id>-<width>.webp` in the media folder. Caller's duty: that it is there. */
  readonly widths: readonly number[];
  readonly alt: Record<Locale, string>;
  readonly credit: Record<Locale, string>;
  readonly colour: string;
}

/** Adds or replaces pictures' facts, by their ids. */
export async function savePictures(ctx: Ctx, list: readonly SavePictureInput[]): Promise<void> {
  if (list.length === 0) return;
  await ctx.db
    .insert(pictures)
    .values(list.map((picture) => ({ ...picture, widths: [...picture.widths] })))
    .onConflictDoUpdate({
      target: pictures.id,
      set: {
        width: sql`excluded.width`,
        height: sql`excluded.height`,
        widths: sql`excluded.widths`,
        alt: sql`excluded.alt`,
        credit: sql`excluded.credit`,
        colour: sql`excluded.colour`,
      },
    });
}
