import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/**
 * The outbox. A (template, subject row) is one row here and so one mail at most, whatever runs
 * twice. No body and no secret is stored: the job reads what it needs when it sends.
 */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    template: text().notNull(),
    /** The row that the mail is about: a payment, a membership, a sign-in request. */
    subjectId: text().notNull(),
    recipient: text().notNull(),
    locale: text().notNull(),
    /** dismissed: it failed, and somebody on the staff has let it go. */
    status: text({ enum: ['queued', 'sending', 'sent', 'failed', 'dismissed'] }).notNull(),
    attempts: integer().notNull().default(0),
    failureCode: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    uniqueIndex('mails_once_key').on(t.template, t.subjectId),
    index('mails_recipient_idx').on(t.recipient, t.createdAt.desc()),
    index('mails_status_idx').on(t.status),
  ],
);
