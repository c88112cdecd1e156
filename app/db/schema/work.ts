import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * Who has taken on what waits for the staff, and how far they are. What waits is read from the
 * truth each time: a row here whose subject waits no longer is not shown.
 */
export const workItems = pgTable(
  'work_items',
  {
    /** What kind of thing waits, as `domain/work/work.ts` lists them. */
    kind: text().notNull(),
    /** The membership, dispute, refund, event, difference, mail, job or order. */
    subjectId: text().notNull(),
    /** Whom it is about, where it is about somebody. */
    supporterId: uuid(),
    ownerId: uuid(),
    state: text({ enum: ['open', 'in_hand', 'waiting', 'done'] }).notNull(),
    /** A line for the colleagues. */
    note: text(),
    updatedBy: uuid().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subjectId] }),
    index('work_items_owner_idx').on(t.ownerId),
    index('work_items_supporter_idx').on(t.supporterId),
  ],
);
