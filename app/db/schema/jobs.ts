import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** A job that the queue gave up. It waits here until somebody tries it again or lets it go. */
export const deadLetters = pgTable(
  'dead_letters',
  {
    id: id(),
    job: text().notNull(),
    /** What the job was given: ids of rows, never personal data. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    reason: text().notNull(),
    failure: text(),
    attempts: integer().notNull(),
    failedAt: instant().notNull(),
    resolution: text({ enum: ['retried', 'dismissed'] }),
    resolvedAt: instant(),
  },
  (t) => [
    index('dead_letters_open_idx')
      .on(t.failedAt)
      .where(sql`resolved_at is null`),
  ],
);
