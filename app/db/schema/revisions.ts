import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { id, instant } from './columns.ts';
import { supporters } from './supporters.ts';

/** The words of an article as one save left them. */
interface RevisionWords {
  headline: string;
  dek: string;
  body: string;
  teaser: string;
}

export const articleRevisions = pgTable(
  'article_revisions',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Counted from 1 in each article. */
    number: integer().notNull(),
    /** Who on the staff; null = nobody: it came with an import, or stood before revisions were kept. */
    savedBy: uuid(),
    savedAt: instant().notNull(),
    /** The revision whose words were brought back; null = written. */
    restoredFrom: integer(),
    words: jsonb().$type<RevisionWords>().notNull(),
    /** Words in it, for the list. */
    wordCount: integer().notNull(),
  },
  (t) => [uniqueIndex('article_revisions_number_key').on(t.articleId, t.number.desc())],
);

/** Where an article stood before: such an address leads to where it stands now. */
export const articleAddresses = pgTable(
  'article_addresses',
  {
    sectionSlug: text().notNull(),
    slug: text().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    leftAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sectionSlug, t.slug] }),
    index('article_addresses_article_idx').on(t.articleId),
  ],
);

/**
 * What somebody has typed and not saved, kept while they type. One for each person and article; it
 * never goes out by itself.
 */
export const articleWorkingCopies = pgTable(
  'article_working_copies',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id, { onDelete: 'cascade' }),
    /** The version of the article that it was begun from. */
    version: integer().notNull(),
    /** The editor's fields, as typed. */
    fields: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.supporterId] }),
    index('article_working_copies_supporter_idx').on(t.supporterId),
  ],
);

/** Who has an article open in the editor. */
export const articlePresence = pgTable(
  'article_presence',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id, { onDelete: 'cascade' }),
    seenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.supporterId] }),
    index('article_presence_supporter_idx').on(t.supporterId),
  ],
);
