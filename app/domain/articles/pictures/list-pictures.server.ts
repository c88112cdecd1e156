import { type SQL, and, desc, eq, inArray, sql } from 'drizzle-orm';
import { articlePictures, authors, pictureWords, pictures } from '../../../db/schema/articles.ts';
import { type Ctx, readTogether } from '../../ports/context.ts';
import { toTsQuery } from '../search-query.ts';
import type { ListedPicture, PicturePage } from './library.ts';

/**
 * A page of the library, the newest first.
 * @param input.search words of its description, credit or caption, or its id
 * @param input.after the id of the last picture already shown; an unknown one shows nothing
 */
export async function listPictures(
  ctx: Ctx,
  input: { readonly search: string; readonly after: string | null; readonly limit: number },
): Promise<PicturePage> {
  const { search, after, limit } = input;
  const rows = await ctx.db
    .select()
    .from(pictures)
    .where(
      and(
        search.trim() === '' ? undefined : matching(search),
        after === null
          ? undefined
          : sql`(${pictures.createdAt}, ${pictures.id}) < (select last.created_at, last.id from pictures last where last.id = ${after})`,
      ),
    )
    .orderBy(desc(pictures.createdAt), desc(pictures.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const uses = await countUses(
    ctx,
    shown.map(({ id }) => id),
  );
  return {
    pictures: shown.map((row) => toListed(row, uses.get(row.id) ?? 0)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One picture of the library; null when there is none of that id. */
export async function readPicture(ctx: Ctx, pictureId: string): Promise<ListedPicture | null> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!row) return null;
  return toListed(row, (await countUses(ctx, [pictureId])).get(pictureId) ?? 0);
}

function toListed(row: typeof pictures.$inferSelect, uses: number): ListedPicture {
  const { id, width, height, widths, hasAvif, alt, credit, caption, createdAt } = row;
  return { id, width, height, widths, hasAvif, alt, credit, caption, createdAt, uses };
}

function matching(search: string): SQL {
  const query = toTsQuery(search);
  const byId = eq(pictures.id, search.trim());
  return query === null
    ? byId
    : sql`(${pictureWords} @@ to_tsquery('simple', ${query}) or ${byId})`;
}

async function countUses(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  if (ids.length === 0) return found;
  const count = sql<number>`count(*)::int`;
  const [inArticles, ofAuthors] = await readTogether(ctx, [
    () =>
      ctx.db
        .select({ id: articlePictures.pictureId, count })
        .from(articlePictures)
        .where(inArray(articlePictures.pictureId, [...ids]))
        .groupBy(articlePictures.pictureId),
    () =>
      ctx.db
        .select({ id: authors.portraitId, count })
        .from(authors)
        .where(inArray(authors.portraitId, [...ids]))
        .groupBy(authors.portraitId),
  ]);
  for (const { id, count: uses } of [...inArticles, ...ofAuthors]) {
    if (id !== null) found.set(id, (found.get(id) ?? 0) + uses);
  }
  return found;
}
