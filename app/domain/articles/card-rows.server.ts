import { type SQL, and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { articles, pictures, sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import type { StoryCard } from './article.ts';
import { pictureView } from './picture.ts';

type Translated = Record<Locale, string>;

/** The bylines of an article, in one column: lists need no second query. */
export const authorsColumn = sql<{ slug: string; name: Translated }[]>`(
  select coalesce(json_agg(json_build_object('slug', authors.slug, 'name', authors.name)
    order by article_authors.position), '[]')
  from article_authors join authors on authors.slug = article_authors.author_slug
  where article_authors.article_id = ${articles.id})`;

/** Out, as of now. A scheduled story comes out by itself when its hour has come. */
export function isOut(ctx: Ctx): SQL {
  return sql`${and(
    inArray(articles.status, ['published', 'scheduled']),
    isNotNull(articles.publishedAt),
    lte(articles.publishedAt, ctx.clock.now()),
  )}`;
}

export const cardColumns = {
  id: articles.id,
  slug: articles.slug,
  language: articles.language,
  sectionSlug: articles.sectionSlug,
  sectionName: sections.name,
  headline: articles.headline,
  dek: articles.dek,
  access: articles.access,
  publishedAt: articles.publishedAt,
  picture: pictures,
  authors: authorsColumn,
};

/** Every list of stories begins with this. The caller adds `where` (with {@link isOut}), order and limit. */
export function selectCards(ctx: Ctx) {
  return ctx.db
    .select(cardColumns)
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .leftJoin(pictures, eq(pictures.id, articles.pictureId));
}

type CardRow = Awaited<ReturnType<typeof selectCards>>[number];

export function toCard(row: CardRow): StoryCard {
  const { id, slug, language, headline, dek, picture } = row;
  return {
    id,
    slug,
    language,
    section: { slug: row.sectionSlug, name: row.sectionName },
    headline,
    dek,
    authors: row.authors.map((author) => ({ slug: author.slug, name: author.name[language] })),
    picture: picture ? pictureView(picture, language) : null,
    publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
    isForSupporters: row.access === 'supporters',
  };
}
