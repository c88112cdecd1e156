import { customType, integer, jsonb, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What the staff write in answer to a dispute, until it is decided and a while after. */
export const disputeDrafts = pgTable('dispute_drafts', {
  stripeDisputeId: text().primaryKey(),
  /** Stripe's names of the texts: https://docs.stripe.com/api/disputes/evidence_object */
  texts: jsonb().$type<Record<string, string>>().notNull(),
  /** Counts the changes, so that an older saving never overwrites a newer one. */
  revision: integer().notNull(),
  /** The revision that Stripe has. */
  savedRevision: integer().notNull().default(0),
  /** When the answer went to the bank: it can't be changed any more. */
  submittedAt: instant(),
  updatedAt: instant().notNull(),
});

/** A file of an answer. One for each of Stripe's fields. */
export const disputeFiles = pgTable(
  'dispute_files',
  {
    id: id(),
    stripeDisputeId: text().notNull(),
    field: text().notNull(),
    filename: text().notNull(),
    type: text({ enum: ['application/pdf', 'image/jpeg', 'image/png'] }).notNull(),
    size: integer().notNull(),
    /** Until Stripe has it. */
    content: bytea(),
    stripeFileId: text(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [index('dispute_files_dispute_idx').on(t.stripeDisputeId, t.field)],
);
