import { desc, eq } from 'drizzle-orm';
import { articlePictures, articles, authors } from '../../../db/schema/articles.ts';
import { type Ctx, readTogether } from '../../ports/context.ts';
import { type PictureUses, usesShown } from './library.ts';

/** Where a picture stands: as a lead picture, in a body, or as a portrait. */
export async function listPictureUses(ctx: Ctx, pictureId: string): Promise<PictureUses> {
  const [inArticles, ofAuthors] = await readTogether(ctx, [
    () =>
      ctx.db
        .select({ id: articles.id, headline: articles.headline, language: articles.language })
        .from(articlePictures)
        .innerJoin(articles, eq(articles.id, articlePictures.articleId))
        .where(eq(articlePictures.pictureId, pictureId))
        .orderBy(desc(articles.createdAt), articles.id)
        .limit(usesShown),
    () =>
      ctx.db
        .select({ slug: authors.slug, name: authors.name })
        .from(authors)
        .where(eq(authors.portraitId, pictureId))
        .orderBy(authors.slug)
        .limit(usesShown),
  ]);
  return { articles: inArticles, authors: ofAuthors };
}
