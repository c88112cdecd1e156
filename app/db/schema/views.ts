import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** A report or a list as one member of staff set it up, kept under a name: their own, or everyone's. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    /** Which report or list: a key of the domain's table, never an address. */
    room: text().notNull(),
    /** What its address says, as the page itself spells it, without a leading question mark. */
    query: text().notNull(),
    name: text().notNull(),
    /** Who keeps it. No key into people: what everyone uses outlives whoever made it. */
    ownerId: uuid().notNull(),
    isShared: boolean().notNull().default(false),
    /** Its place among those of the same room that the same people see. */
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('saved_views_shared_name_key')
      .on(t.room, sql`lower(${t.name})`)
      .where(sql`${t.isShared}`),
    uniqueIndex('saved_views_own_name_key')
      .on(t.ownerId, t.room, sql`lower(${t.name})`)
      .where(sql`not ${t.isShared}`),
    index('saved_views_shared_idx')
      .on(t.room, t.position)
      .where(sql`${t.isShared}`),
  ],
);
