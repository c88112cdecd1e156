import { and, desc, eq, exists, sql } from 'drizzle-orm';
import { articleAuthors, articles } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import type { StoryCard } from './article.ts';
import { isOut, selectCards, toCard } from './card-rows.server.ts';

export const storiesPerPage = 8;

export interface StoryPage {
  readonly stories: readonly StoryCard[];
  /** The cursor of the page after this one; null = there is none. */
  readonly nextBefore: string | null;
}

/**
 * Stories of a section or an author, newest first, a page at a time. English pages hold English
 * stories; Ukrainian pages hold both languages.
 * @param input.before the slug of the last story already shown; an unknown one shows nothing
 */
export async function listStories(
  ctx: Ctx,
  input: {
    readonly locale: Locale;
    readonly sectionSlug?: string;
    readonly authorSlug?: string;
    readonly before?: string | null;
  },
): Promise<StoryPage> {
  const { locale, sectionSlug, authorSlug, before } = input;
  const rows = await selectCards(ctx)
    .where(
      and(
        isOut(ctx),
        locale === 'en' ? eq(articles.language, 'en') : undefined,
        sectionSlug ? eq(articles.sectionSlug, sectionSlug) : undefined,
        authorSlug ? isBy(ctx, authorSlug) : undefined,
        before
          ? sql`(${articles.publishedAt}, ${articles.id}) < (select cursor.published_at, cursor.id from articles cursor where cursor.slug = ${before})`
          : undefined,
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(storiesPerPage + 1);
  const stories = rows.slice(0, storiesPerPage).map(toCard);
  return {
    stories,
    nextBefore: rows.length > storiesPerPage ? (stories.at(-1)?.slug ?? null) : null,
  };
}

function isBy(ctx: Ctx, authorSlug: string) {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(articleAuthors)
      .where(
        and(eq(articleAuthors.articleId, articles.id), eq(articleAuthors.authorSlug, authorSlug)),
      ),
  );
}
