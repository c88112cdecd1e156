import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { tiers } from './memberships.ts';
import { supporters } from './supporters.ts';

/** Access that staff give for nothing. No money moves, so no report counts it. */
export const grants = pgTable(
  'grants',
  {
    id: id(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    tierId: uuid()
      .notNull()
      .references(() => tiers.id),
    startsAt: instant().notNull(),
    /** From this instant on it is over; null = until somebody takes it back. */
    endsAt: instant(),
    /** Why it was given, for the desk. */
    reason: text().notNull(),
    grantedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: uuid(),
    revokedBecause: text(),
  },
  (t) => [
    index('grants_supporter_idx').on(t.supporterId, t.startsAt.desc()),
    index('grants_created_idx').on(t.createdAt.desc(), t.id),
    index('grants_ends_idx')
      .on(t.endsAt)
      .where(sql`ends_at is not null and revoked_at is null`),
    check('grants_dates', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
  ],
);
