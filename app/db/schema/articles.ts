import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
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
import { tiers } from './memberships.ts';

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

type Translated = { en: string; uk: string };

/** What a picture is looked for by. A search must say it letter for letter, to be answered by the index. */
export const pictureWords: SQL = sql.raw(
  `(to_tsvector('simple'::regconfig, "alt") || to_tsvector('simple'::regconfig, "credit") || to_tsvector('simple'::regconfig, "caption"))`,
);

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
  portraitId: text().references((): AnyPgColumn => pictures.id),
});

/**
 * A picture's facts; its files are `<id>-<width>.webp` in the media folder, for each of `widths`,
 * and the same as `.avif` where `hasAvif` says so.
 */
export const pictures = pgTable(
  'pictures',
  {
    id: text().primaryKey(),
    width: integer().notNull(),
    height: integer().notNull(),
    widths: jsonb().$type<number[]>().notNull(),
    alt: jsonb().$type<Translated>().notNull(),
    /** Who made it, and how: "Print: the newsroom's studio". */
    credit: jsonb().$type<Translated>().notNull(),
    /** Under it wherever an article says nothing of its own; both empty = none. */
    caption: jsonb().$type<Translated>().notNull().default({ en: '', uk: '' }),
    /** CSS colour that fills its place until it has loaded. */
    colour: text().notNull(),
    hasAvif: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('pictures_created_idx').on(t.createdAt, t.id),
    index('pictures_search_idx').using('gin', pictureWords),
  ],
);

// As domain/articles/body.ts knows the first line of an extra, so that lists need not read bodies.
const extraLine = String.raw`[\s\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]*:{2,}[ \t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*extra`;

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
    /** The lowest tier that opens an article that is wholly an extra; null = any support does. */
    tierSlug: text().references(() => tiers.slug),
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
    /** scheduled: comes out by itself at `publishedAt`. withdrawn: was out, and is no longer. */
    status: text({ enum: ['draft', 'scheduled', 'published', 'withdrawn'] }).notNull(),
    publishedAt: instant(),
    /** When readers were last told of a change. */
    updatedAt: instant().notNull(),
    /** When the staff last saved it, told or not. */
    editedAt: instant().notNull().defaultNow(),
    /** Something of it is for supporters only. */
    hasExtras: boolean()
      .notNull()
      .generatedAlwaysAs((): SQL =>
        sql.raw(`(access = 'supporters' or body ~* '(^|[\\n\\r\\u2028\\u2029])${extraLine}')`),
      ),
    /** What was wrong and is put right, in the editors' words: stands at the foot. */
    correction: text(),
    /** Grows with every save: two editors who began from the same one are told of each other. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('articles_slug_key').on(t.slug),
    index('articles_language_published_idx').on(t.language, t.status, t.publishedAt.desc()),
    index('articles_created_idx').on(t.createdAt.desc().nullsFirst(), t.id),
    index('articles_edited_idx').on(t.editedAt.desc().nullsFirst(), t.id),
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

/** Which articles show which pictures. Kept by a trigger on `articles` (drizzle/0019_picture_uses.sql). */
export const articlePictures = pgTable(
  'article_pictures',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    pictureId: text()
      .notNull()
      .references(() => pictures.id),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.pictureId] }),
    index('article_pictures_picture_idx').on(t.pictureId),
  ],
);
