import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, instant } from './columns.ts';
import { supporters } from './supporters.ts';

/** Who was asked to join the staff. The address is the supporter's: it is kept in one place. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    id: id(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    role: text({ enum: ['owner', 'editor', 'analyst'] }).notNull(),
    locale: text().notNull(),
    invitedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    /** When it was taken back, or a newer one took its place. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('staff_invitations_open_key')
      .on(t.supporterId)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    index('staff_invitations_created_idx').on(t.createdAt.desc()),
  ],
);

/**
 * The rule that the staff confirm with a passkey: one row while it holds, none while it does not.
 * It stands apart from the newsroom's settings because every reading of a session asks for it.
 */
export const staffConfirmation = pgTable('staff_confirmation', {
  key: text({ enum: ['desk'] }).primaryKey(),
  since: instant().notNull(),
  /** Until then the desk opens to those without a passkey. */
  graceUntil: instant().notNull(),
});
