import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

type Translated = { en: string; uk: string };

export const sections = pgTable('sections', {
  slug: text().primaryKey(),
  position: integer().notNull(),
  name: jsonb().$type<Translated>().notNull(),
  description: jsonb().$type<Translated>().notNull(),
});

export const authors = pgTable('authors', {
  slug: text().primaryKey(),
  name: jsonb().$type<Translated>().notNull(),
  role: jsonb().$type<Translated>().notNull(),
  bio: jsonb().$type<Translated>().notNull(),
});

/** A picture's facts; its files are `<id>-<width>.webp` in the media folder, for each of `widths`. */
export const pictures = pgTable('pictures', {
  id: text().primaryKey(),
  width: integer().notNull(),
  height: integer().notNull(),
  widths: jsonb().$type<number[]>().notNull(),
  alt: jsonb().$type<Translated>().notNull(),
  /** Who made it, and how: "Print: the newsroom's studio". */
  credit: jsonb().$type<Translated>().notNull(),
  /** CSS colour that fills its place until it has loaded. */
  colour: text().notNull(),
});

export const articles = pgTable(
  'articles',
  {
    id: id(),
    slug: text().notNull(),
    language: text({ enum: ['en', 'uk'] }).notNull(),
    sectionSlug: text()
      .notNull()
      .references(() => sections.slug),
    headline: text().notNull(),
    dek: text().notNull(),
    /** Markdown with `:::` blocks; see domain/articles/body.ts. */
    body: text().notNull(),
    /** The public opening of an article that is wholly an extra. */
    teaser: text(),
    access: text({ enum: ['free', 'supporters'] })
      .notNull()
      .default('free'),
    /** No ask on pages of grief. */
    isSensitive: boolean().notNull().default(false),
    tags: text().array().notNull().default([]),
    pictureId: text().references(() => pictures.id),
    pictureCaption: text(),
    seoDescription: text(),
    /** What anybody may find: the body without what is gated. Written whenever the article is saved. */
    searchText: text().notNull().default(''),
    search: searchVector().generatedAlwaysAs(
      (): SQL =>
        sql`setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', dek), 'B') || to_tsvector('simple', search_text)`,
    ),
    status: text({ enum: ['draft', 'scheduled', 'published'] }).notNull(),
    publishedAt: instant(),
    updatedAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('articles_slug_key').on(t.slug),
    index('articles_language_published_idx').on(t.language, t.status, t.publishedAt.desc()),
    index('articles_created_idx').on(t.createdAt.desc().nullsFirst(), t.id),
    index('articles_search_idx').using('gin', t.search),
    index('articles_section_published_idx').on(
      t.sectionSlug,
      t.language,
      t.status,
      t.publishedAt.desc(),
    ),
  ],
);

export const articleAuthors = pgTable(
  'article_authors',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    authorSlug: text()
      .notNull()
      .references(() => authors.slug),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.authorSlug] }),
    index('article_authors_author_idx').on(t.authorSlug),
  ],
);
