import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** A person who has given at least once, or who signs in. */
export const supporters = pgTable(
  'supporters',
  {
    id: id(),
    /** Lower case, trimmed. */
    email: text().notNull(),
    name: text(),
    /** How the thank-you wall names them; null = not named. */
    publicName: text(),
    locale: text().notNull().default('en'),
    country: text(),
    createdAt: instant().notNull(),
    /** When they first proved that the address is theirs. */
    emailVerifiedAt: instant(),
    /** Postal address for receipts, as they want it printed; null = none. */
    postalAddress: text(),
    /** When everything personal was taken out of this row, on their wish. */
    erasedAt: instant(),
    /** The supporter who has everything of this one since staff merged the two. */
    mergedIntoId: uuid(),
  },
  (t) => [
    uniqueIndex('supporters_email_key').on(t.email),
    index('supporters_created_at_idx').on(t.createdAt.desc(), t.id),
    // With all that a search looks at: common names are found without reading the people.
    index('supporters_newest_idx')
      .on(t.createdAt.desc(), t.id, t.name, t.email)
      .where(sql`merged_into_id is null`),
    index('supporters_merged_into_idx')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    // Of a whole address nearly all parts are common: who is looked for by how it begins.
    index('supporters_email_begin_idx').on(t.email.op('text_pattern_ops')),
    index('supporters_email_search_idx').using('gin', sql`${t.email} gin_trgm_ops`),
    index('supporters_name_search_idx').using('gin', sql`${t.name} gin_trgm_ops`),
  ],
);

/** A person may be several customers at Stripe: each checkout without sign-in makes one. */
export const stripeCustomers = pgTable(
  'stripe_customers',
  {
    stripeCustomerId: text().primaryKey(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    /** Made by a checkout of the signed-in person. Only such a customer is used again: anyone can type an address. */
    isProven: boolean().notNull().default(false),
    /** The address that the customer has at Stripe now, where mail goes. Never an identity. */
    contactEmail: text(),
    linkedAt: instant().notNull(),
  },
  (t) => [index('stripe_customers_supporter_idx').on(t.supporterId, t.linkedAt.desc())],
);

export const staffRoles = pgTable('staff_roles', {
  supporterId: uuid()
    .primaryKey()
    .references(() => supporters.id),
  role: text({ enum: ['owner', 'editor', 'analyst'] }).notNull(),
  grantedAt: instant().notNull(),
  /** Since when they want the weekly digest; null: they don't. It goes with the role. */
  digestSince: instant(),
});

/** One request to sign in by mail. The secrets are made when the mail is sent; only hashes rest here. */
export const signInRequests = pgTable(
  'sign_in_requests',
  {
    id: id(),
    email: text().notNull(),
    locale: text().notNull(),
    returnTo: text(),
    /** Hash of the cookie of the browser that asked: the code works only there. */
    browserHash: text().notNull(),
    tokenHash: text(),
    codeHash: text(),
    codeAttempts: integer().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    uniqueIndex('sign_in_requests_token_key').on(t.tokenHash),
    index('sign_in_requests_browser_idx').on(t.browserHash),
    index('sign_in_requests_expires_idx').on(t.expiresAt),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text().notNull(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    /**
     * How they came in. 'mail' proves the address, 'passkey' that they are who added it after such a
     * proof; 'checkout' only that they paid in this browser.
     */
    openedBy: text({ enum: ['mail', 'passkey', 'checkout'] }).notNull(),
    /** When a passkey whose device had verified its user was last used in it. */
    confirmedAt: instant(),
    userAgent: text(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('sessions_token_key').on(t.tokenHash),
    index('sessions_supporter_idx').on(t.supporterId),
    index('sessions_expires_idx').on(t.expiresAt),
  ],
);

/**
 * One wish to sign in with another address. It comes true when both mailboxes have agreed, and
 * ends when either refuses. The links' tokens are made when the mails are written; only hashes
 * rest here.
 */
export const emailChanges = pgTable(
  'email_changes',
  {
    id: id(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    oldEmail: text().notNull(),
    newEmail: text().notNull(),
    locale: text().notNull(),
    /** The session that asked: it stays open when all others end. */
    sessionId: uuid(),
    /** Of a member of staff who has changed it, because the old mailbox is lost. */
    actorId: uuid(),
    oldTokenHash: text(),
    newTokenHash: text(),
    oldConfirmedAt: instant(),
    newConfirmedAt: instant(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** done; cancelled in the account; refused from a mail; superseded by a newer wish; void: the address has become somebody else's. */
    outcome: text({ enum: ['done', 'cancelled', 'refused', 'superseded', 'void'] }),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('email_changes_old_token_key').on(t.oldTokenHash),
    uniqueIndex('email_changes_new_token_key').on(t.newTokenHash),
    uniqueIndex('email_changes_open_key')
      .on(t.supporterId)
      .where(sql`ended_at is null`),
    index('email_changes_supporter_idx').on(t.supporterId, t.createdAt.desc()),
    index('email_changes_new_email_idx').on(t.newEmail),
    index('email_changes_expires_idx').on(t.expiresAt),
  ],
);

/**
 * Every staff action, and what a supporter did to their own support. Append only: a trigger lets
 * through one change, the emptying of `reason`, `address` and `userAgent`, which are personal.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    at: instant().notNull(),
    actorId: uuid(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** Facts without personal data: the log outlives an erasure. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** What was changed, field by field; as little personal as `detail`. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    /** Why, in the words of who did it. */
    reason: text(),
    /** Where a member of staff did it from: network address and browser. */
    address: text(),
    userAgent: text(),
  },
  (t) => [
    index('audit_entries_subject_idx').on(t.subjectKind, t.subjectId, t.at.desc()),
    index('audit_entries_at_idx').on(t.at.desc(), t.id),
    index('audit_entries_actor_idx').on(t.actorId, t.at.desc()),
    index('audit_entries_action_idx').on(t.action, t.at.desc()),
    index('audit_entries_kind_idx').on(t.subjectKind, t.at.desc()),
    index('audit_entries_subject_id_idx').on(t.subjectId),
    index('audit_entries_reason_search_idx').using('gin', sql`${t.reason} gin_trgm_ops`),
  ],
);
