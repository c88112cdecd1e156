import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** The inbox: every verified event once. The payload is not kept; the object is read anew from Stripe. */
export const stripeEvents = pgTable(
  'stripe_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    apiVersion: text(),
    objectId: text(),
    objectKind: text(),
    createdAt: instant().notNull(),
    receivedAt: instant().notNull(),
    /** handled, ignored (a type we do not need), foreign (no metadata of ours), set_aside (other API version), parked (its row is not here yet). */
    outcome: text({
      enum: ['received', 'handled', 'ignored', 'foreign', 'set_aside', 'parked', 'failed'],
    }).notNull(),
    attempts: integer().notNull().default(0),
    failure: text(),
    processedAt: instant(),
  },
  (t) => [
    index('stripe_events_object_idx').on(t.objectId),
    index('stripe_events_open_idx')
      .on(t.receivedAt)
      .where(sql`processed_at is null`),
  ],
);
