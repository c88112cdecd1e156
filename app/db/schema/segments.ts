import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, instant } from './columns.ts';

/** A filter of the supporters' list that is kept under a name, for everyone on the staff. */
export const segments = pgTable(
  'segments',
  {
    id: id(),
    name: text().notNull(),
    /** The filter as the list's address spells it, without a leading question mark. */
    query: text().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('segments_name_key').on(sql`lower(${t.name})`)],
);
