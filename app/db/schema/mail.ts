import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
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
    /**
     * dismissed: it failed, and somebody on the staff has let it go.
     * muted: its recipient does not want mails of its topic.
     */
    status: text({ enum: ['queued', 'sending', 'sent', 'failed', 'dismissed', 'muted'] }).notNull(),
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

/**
 * Who does not want which mails. Kept by the hash of the address, so that it holds for people
 * without an account, and goes on holding when the person behind it is erased.
 */
export const mutedMailTopics = pgTable(
  'muted_mail_topics',
  {
    /** See `hashAddress`. */
    addressHash: text().notNull(),
    topic: text({ enum: ['reminders', 'invitations', 'digest'] }).notNull(),
    mutedAt: instant().notNull(),
    /** account: signed in; link: the page that a mail leads to; one_click: the mail program's own button. */
    mutedBy: text({ enum: ['account', 'link', 'one_click'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.addressHash, t.topic] })],
);
