import { eq, inArray } from 'drizzle-orm';
import { articleAuthors, articles, authors, pictures, sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { parseBody, pictureIdsOf } from './body.ts';
import { publicText } from './public-text.ts';

export interface SaveArticleInput {
  /** The article's name in its address, the same for good: an article of this name is replaced. */
  readonly slug: string;
  readonly language: Locale;
  readonly sectionSlug: string;
  readonly headline: string;
  readonly dek: string;
  /** Markdown with blocks, as body.ts reads it. */
  readonly body: string;
  /** The public opening; needed when `access` is 'supporters'. */
  readonly teaser: string | null;
  readonly access: 'free' | 'supporters';
  readonly isSensitive: boolean;
  readonly tags: readonly string[];
  readonly pictureId: string | null;
  readonly pictureCaption: string | null;
  readonly seoDescription: string | null;
  readonly status: 'draft' | 'scheduled' | 'published';
  /** Needed unless it is a draft. */
  readonly publishedAt: Date | null;
  /** When its words last changed; now unless given. */
  readonly updatedAt?: Date;
  /** In the order of the byline. */
  readonly authorSlugs: readonly string[];
}

export type SaveArticleFailure =
  | 'slug_malformed'
  | 'headline_missing'
  | 'body_malformed'
  | 'teaser_missing'
  | 'date_missing'
  | 'section_unknown'
  | 'author_unknown'
  | 'picture_unknown';

/**
 * Checks and stores an article with its bylines, and what the search may know of it.
 * Caller's duty: that the person may.
 */
export async function saveArticle(
  ctx: Ctx,
  input: SaveArticleInput,
): Promise<Result<{ articleId: string }, SaveArticleFailure>> {
  const { authorSlugs, updatedAt = ctx.clock.now(), ...facts } = input;
  const body = parseBody(input.body);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug)) return fail('slug_malformed');
  if (input.headline.trim() === '') return fail('headline_missing');
  if (body.problems.length > 0) return fail('body_malformed');
  if (input.access === 'supporters' && !input.teaser?.trim()) return fail('teaser_missing');
  if (input.status !== 'draft' && !input.publishedAt) return fail('date_missing');
  const bylines = [...new Set(authorSlugs)];
  const pictureIds = new Set(pictureIdsOf(body.blocks));
  if (input.pictureId) pictureIds.add(input.pictureId);
  return inTransaction(ctx, async (tx) => {
    const missing = await findMissing(tx, input.sectionSlug, bylines, [...pictureIds]);
    if (missing) return fail(missing);
    const values = {
      ...{ ...facts, tags: [...input.tags], updatedAt },
      ...{ editedAt: ctx.clock.now(), searchText: publicText(input) },
    };
    const [saved] = await tx.db
      .insert(articles)
      .values({ id: newId(), createdAt: ctx.clock.now(), ...values })
      .onConflictDoUpdate({ target: articles.slug, set: values })
      .returning({ id: articles.id });
    if (!saved) throw new Error('An article was neither added nor replaced');
    await tx.db.delete(articleAuthors).where(eq(articleAuthors.articleId, saved.id));
    if (bylines.length > 0) {
      await tx.db
        .insert(articleAuthors)
        .values(
          bylines.map((authorSlug, position) => ({ articleId: saved.id, authorSlug, position })),
        );
    }
    return ok({ articleId: saved.id });
  });
}

async function findMissing(
  ctx: Ctx,
  sectionSlug: string,
  authorSlugs: readonly string[],
  pictureIds: readonly string[],
): Promise<'section_unknown' | 'author_unknown' | 'picture_unknown' | null> {
  if ((await ctx.db.$count(sections, eq(sections.slug, sectionSlug))) === 0) {
    return 'section_unknown';
  }
  const knownAuthors =
    authorSlugs.length > 0
      ? await ctx.db.$count(authors, inArray(authors.slug, [...authorSlugs]))
      : 0;
  if (knownAuthors < authorSlugs.length) return 'author_unknown';
  const knownPictures =
    pictureIds.length > 0
      ? await ctx.db.$count(pictures, inArray(pictures.id, [...pictureIds]))
      : 0;
  return knownPictures < pictureIds.length ? 'picture_unknown' : null;
}
