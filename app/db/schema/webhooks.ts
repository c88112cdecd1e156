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
    /**
     * handled; ignored (a type we do not need); foreign (of somebody else on the account);
     * set_aside (of another API version or mode); parked (its row is not here yet); failed (will be
     * tried again); given_up (will not); dismissed (somebody on the staff has seen to it).
     */
    outcome: text({
      enum: [
        'received',
        'handled',
        'ignored',
        'foreign',
        'set_aside',
        'parked',
        'failed',
        'given_up',
        'dismissed',
      ],
    }).notNull(),
    attempts: integer().notNull().default(0),
    /** Why it did not end as handled, as a code that the desk puts into words. */
    reason: text(),
    /** The technical message. Names objects, never people. */
    failure: text(),
    processedAt: instant(),
  },
  (t) => [
    index('stripe_events_object_idx').on(t.objectId),
    index('stripe_events_outcome_idx').on(t.outcome, t.receivedAt),
    index('stripe_events_open_idx')
      .on(t.receivedAt)
      .where(sql`processed_at is null`),
  ],
);
