import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { supporters } from './supporters.ts';

/** What the staff want to remember of a supporter. Written once; gone when the person is erased. */
export const notes = pgTable(
  'notes',
  {
    id: id(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    /** Who on the staff wrote it. */
    authorId: uuid().notNull(),
    words: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('notes_supporter_idx').on(t.supporterId, t.at.desc(), t.id)],
);
