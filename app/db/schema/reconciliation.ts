import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** How far a walk through Stripe's history has come. */
export const reconciliationCursors = pgTable('reconciliation_cursors', {
  name: text().primaryKey(),
  at: instant().notNull(),
});

/** One comparison of ours with Stripe's. Only one runs at a time; `beatAt` tells a live one from one that died. */
export const reconciliationRuns = pgTable(
  'reconciliation_runs',
  {
    id: id(),
    scope: text({ enum: ['hourly', 'nightly', 'whole'] }).notNull(),
    startedAt: instant().notNull(),
    beatAt: instant().notNull(),
    finishedAt: instant(),
    /** Objects looked at, and of them those that differed, and those put right. */
    compared: integer().notNull().default(0),
    differing: integer().notNull().default(0),
    repaired: integer().notNull().default(0),
    failure: text(),
  },
  (t) => [index('reconciliation_runs_started_idx').on(t.startedAt.desc().nullsFirst())],
);

/** Something that we and Stripe do not agree on, or did not. One row for each object and kind. */
export const reconciliationDifferences = pgTable(
  'reconciliation_differences',
  {
    id: id(),
    kind: text({
      enum: ['event', 'order', 'membership', 'balance_transaction', 'payout', 'dispute', 'total'],
    }).notNull(),
    objectId: text().notNull(),
    /** What Stripe says, and what we had. */
    expected: text().notNull(),
    found: text().notNull(),
    cause: text({
      enum: [
        'not_delivered',
        'behind',
        'not_booked',
        'order_unknown',
        'not_at_stripe',
        'figures_differ',
        'not_listed_yet',
      ],
    }).notNull(),
    state: text({ enum: ['open', 'repaired', 'explained'] }).notNull(),
    explanation: text(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    resolvedAt: instant(),
  },
  (t) => [
    uniqueIndex('reconciliation_differences_object_key').on(t.kind, t.objectId),
    index('reconciliation_differences_seen_idx').on(t.lastSeenAt.desc().nullsFirst()),
    index('reconciliation_differences_open_idx')
      .on(t.firstSeenAt)
      .where(sql`state = 'open'`),
  ],
);
