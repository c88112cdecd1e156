import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { id, instant } from './columns.ts';

/** An address at which somebody outside may read an article that is not out. */
export const draftLinks = pgTable(
  'draft_links',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The token itself is kept nowhere. */
    tokenHash: text().notNull(),
    /** The kind of reader whose page it shows; see domain/entitlements/reader-kind.ts. */
    shownAs: text().notNull(),
    /** Who on the staff; no key into people, because the log of a link outlives them. */
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    lastOpenedAt: instant(),
    openings: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('draft_links_token_key').on(t.tokenHash),
    index('draft_links_article_idx').on(t.articleId, t.createdAt.desc().nullsFirst()),
  ],
);
