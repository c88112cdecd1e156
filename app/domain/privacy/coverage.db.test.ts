import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../db/testing/database.ts';

/*
 * Every column that leads to a person, or in which somebody's words may stand, with what an export
 * and an erasure do about it. A new one fails here until somebody has thought of both.
 */
type Word =
  /** In the export; emptied or deleted by an erasure. */
  | 'exported and erased'
  /** In the export; stays, because it leads only to a row that an erasure has emptied. */
  | 'exported and kept'
  /** Not of the person whom it stands with, or not personal: see beside it. */
  | 'neither';

const reviewed: Readonly<Record<string, Word>> = {
  'supporters.email': 'exported and erased',
  'supporters.name': 'exported and erased',
  'supporters.public_name': 'exported and erased',
  'supporters.postal_address': 'exported and erased',
  'supporters.email_verified_at': 'exported and erased',
  'supporters.merged_into_id': 'exported and kept',
  'stripe_customers.supporter_id': 'exported and kept',
  'stripe_customers.contact_email': 'exported and erased',
  // A role must be taken away before its holder can be erased.
  'staff_roles.supporter_id': 'exported and kept',
  // Who was asked to join the staff: the entry in the audit log is exported; the row leads to one that is emptied.
  'staff_invitations.supporter_id': 'exported and kept',
  'staff_invitations.invited_by': 'neither',
  'sign_in_requests.email': 'exported and erased',
  'sessions.supporter_id': 'exported and erased',
  'sessions.user_agent': 'exported and erased',
  'email_changes.supporter_id': 'exported and erased',
  'email_changes.old_email': 'exported and erased',
  'email_changes.new_email': 'exported and erased',
  // Who on the staff did it is that person's, and no more than a number.
  'email_changes.actor_id': 'neither',
  'passkeys.supporter_id': 'exported and erased',
  'passkeys.name': 'exported and erased',
  'passkey_challenges.supporter_id': 'exported and erased',
  'audit_entries.actor_id': 'exported and kept',
  'audit_entries.reason': 'exported and erased',
  'audit_entries.address': 'exported and erased',
  'audit_entries.user_agent': 'exported and erased',
  'donations.supporter_id': 'exported and kept',
  'donations.display_name': 'exported and erased',
  'donations.note': 'exported and erased',
  'memberships.supporter_id': 'exported and kept',
  'memberships.display_name': 'exported and erased',
  'memberships.note': 'exported and erased',
  'memberships.cancel_reason': 'exported and erased',
  // A code of Stripe's.
  'memberships.ended_because': 'exported and kept',
  // For an hour or a day, until it goes into the audit log, which is exported, or away.
  'staff_acts.reason': 'neither',
  'staff_acts.actor_id': 'neither',
  'staff_acts.address': 'neither',
  'staff_acts.user_agent': 'neither',
  'payments.supporter_id': 'exported and kept',
  'gifts.supporter_id': 'exported and kept',
  'gifts.claimed_by_id': 'exported and kept',
  'gifts.claimed_at': 'exported and kept',
  'gifts.from_name': 'exported and erased',
  // Of a gift that is still to be mailed, name and address of the other one stay until it is.
  'gifts.to_name': 'exported and erased',
  'gifts.recipient_email': 'exported and erased',
  'gifts.message': 'exported and erased',
  'gifts.made_supporter': 'neither',
  'grants.supporter_id': 'exported and kept',
  'grants.reason': 'exported and erased',
  'grants.revoked_because': 'exported and erased',
  'grants.granted_by': 'neither',
  'grants.revoked_by': 'neither',
  'mails.recipient': 'exported and erased',
  // A hash, kept so that who wanted no mail gets none; the export says what was muted.
  'muted_mail_topics.address_hash': 'exported and kept',
  'muted_mail_topics.muted_by': 'exported and kept',
  // Numbers of the desk about a person, counted anew whenever theirs change.
  'supporter_facts.supporter_id': 'exported and kept',
  'supporter_given.supporter_id': 'exported and kept',
  'notes.supporter_id': 'exported and erased',
  'notes.author_id': 'neither',
  'notes.words': 'exported and erased',
  'work_items.supporter_id': 'exported and kept',
  'work_items.note': 'exported and erased',
  'work_items.updated_by': 'neither',
  // What the staff write for the newsroom, by number of who did; a copy and a presence go with their person's row.
  'draft_links.created_by': 'neither',
  'article_revisions.saved_by': 'neither',
  'article_revisions.words': 'neither',
  'article_working_copies.supporter_id': 'neither',
  'article_presence.supporter_id': 'neither',
  'dispute_files.added_by': 'neither',
  // A code of Stripe's.
  'disputes.reason': 'neither',
  'refunds.reason': 'neither',
  'refunds.actor_id': 'neither',
  'rollup_recurring_ends.ended_because': 'neither',
  'recount_recurring_ends.ended_because': 'neither',
  'recurring_steps.ended_because': 'neither',
  'saved_views.name': 'neither',
  'segments.name': 'neither',
  'segments.created_by': 'neither',
  // The newsroom's own words and names.
  'asks.name': 'neither',
  'authors.name': 'neither',
  'sections.name': 'neither',
  'tiers.name': 'neither',
  'offers.name': 'neither',
  'offers.created_by': 'neither',
  'offers.ended_by': 'neither',
  'reconciliation_cursors.name': 'neither',
  // What the staff write about objects of Stripe's, by their numbers.
  'reconciliation_differences.explanation': 'neither',
  // Codes, days, and whether an order made the row.
  'disputes.due_by': 'neither',
  'donations.made_supporter': 'neither',
  'memberships.made_supporter': 'neither',
  'sessions.opened_by': 'exported and erased',
  // Codes, and technical messages that name no one.
  'dead_letters.reason': 'neither',
  'stripe_events.reason': 'neither',
};

const leadsToSomebody =
  /(^|_)(supporter|actor|buyer|claimer|claimed|recipient|email|address|name|note|message|reason|because|explanation|words|phone|user_agent)($|_)|_by$|merged_into/;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('every column that may hold something personal is thought of, for export and erasure', async () => {
  const { rows: columns } = await client.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public'`,
  );
  const { rows: keys } = await client.query<{ name: string }>(
    `select t.relname || '.' || a.attname as name
     from pg_constraint c
     join pg_class t on t.oid = c.conrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = 'supporters'::regclass`,
  );
  const told = columns.filter(({ name }) => leadsToSomebody.test(name.split('.')[1] ?? ''));
  const found = new Set([...told, ...keys].map(({ name }) => name));
  const known = new Set(columns.map(({ name }) => name));
  expect([...found].filter((name) => !Object.hasOwn(reviewed, name)).sort()).toEqual([]);
  expect(Object.keys(reviewed).filter((name) => !known.has(name))).toEqual([]);
});
