import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { donations } from '../../db/schema/donations.ts';
import { gifts } from '../../db/schema/gifts.ts';
import { grants } from '../../db/schema/grants.ts';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { passkeys } from '../../db/schema/passkeys.ts';
import { auditEntries, stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import type { OutgoingMail } from '../../gateways/email/smtp.server.ts';
import { identityStep } from '../../jobs/day/identity.server.ts';
import { sendMail } from '../../jobs/send-mail.server.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { startDonation } from '../donations/start-donation.server.ts';
import { checkLedger, ledgerAgrees } from '../ledger/check-ledger.server.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { startMembership } from '../memberships/start-membership.server.ts';
import { convergeCheckout, convergeCustomer } from '../reconciliation/converge-object.server.ts';
import { readRange, readSupporterReport } from '../reports/read-supporter-report.server.ts';
import { confirmEmailChange } from '../supporters/email-change/confirm-email-change.server.ts';
import { issueEmailChangeToken } from '../supporters/email-change/issue-email-change-token.server.ts';
import { requestEmailChange } from '../supporters/email-change/request-email-change.server.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../supporters/grant-role.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { openSession } from '../supporters/open-session.server.ts';
import { readViewer } from '../supporters/read-viewer.server.ts';
import { requestSignIn } from '../supporters/request-sign-in.server.ts';
import { saveContactEmail } from '../supporters/stripe-customer.server.ts';
import { saveProfile } from '../supporters/save-profile.server.ts';
import { eraseSupporter } from './erase-supporter.server.ts';
import { exportEverything } from './export-everything.server.ts';
import { exportKeys } from './export-keys.ts';
import { mergeSupporters, previewMerge } from './merge-supporters.server.ts';

const startsAt = new Date('2026-11-22T12:00:00Z');
let product: TestProduct;
let owner = '';

beforeAll(async () => {
  product = await createTestProduct({ startsAt });
  await saveTiers(product.services, [
    {
      slug: 'patron',
      rank: 1,
      name: { en: 'Patron', uk: 'Меценат' },
      description: { en: '', uk: '' },
      perks: [],
      minimums: [{ currency: 'EUR', interval: 'month', minimumMinor: 500 }],
    },
  ]);
  owner = await newPerson('owner@example.org');
  await grantRole(product.services, { actorId: null, supporterId: owner, role: 'owner' });
});
afterAll(() => product.close());

async function newPerson(email: string, name: string | null = null): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name, locale: 'en', country: 'DE', stripeCustomerId: null },
  });
  return supporterId;
}

async function signIn(supporterId: string) {
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy: 'mail', userAgent: 'Qmark-Browser', previousToken: null },
  });
  return { token, viewer: (await readViewer(product.services, token)).viewer };
}

async function donate(email: string, parts: Parameters<typeof giftInput>[0] = {}) {
  const given = await startDonation(product.services, giftInput(parts));
  if (!given.ok) throw new Error('not opened');
  payOnStripe(product.stripe, given.value.checkoutUrl, { email, name: 'Zoya Qmark' });
  await product.settle();
  return given.value.donationId;
}

async function join(email: string, parts: Parameters<typeof giftInput>[0] = {}) {
  const joined = await startMembership(product.services, {
    ...giftInput({ amount: money(1_000, 'EUR'), ...parts }),
    interval: 'month',
    tierSlug: null,
  });
  if (!joined.ok) throw new Error('not opened');
  payOnStripe(product.stripe, joined.value.checkoutUrl, { email, name: 'Zoya Qmark' });
  await product.settle();
  return joined.value.membershipId;
}

const rowOf = async (id: string) =>
  (await product.services.db.select().from(supporters).where(eq(supporters.id, id)))[0];

async function supporterOfDonation(id: string): Promise<string> {
  const [row] = await product.services.db.select().from(donations).where(eq(donations.id, id));
  return row?.supporterId ?? '';
}

async function figures() {
  const report = await readSupporterReport(
    product.services,
    await readRange(product.services, new URLSearchParams()),
  );
  const { newest, ...rest } = report;
  return { ...rest, newest: newest.length };
}

/** Every place in the database, whatever the table, where these words stand. */
async function whereabouts(words: string): Promise<string[]> {
  const { db } = product.services;
  const tables = await db.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { schema, name } of tables.rows) {
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    const hits = await db.execute<{ hit: string }>(
      sql`select t::text as hit from ${table} t where t::text ilike ${`%${words}%`} limit 3`,
    );
    found.push(...hits.rows.map(({ hit }) => `${name}: ${hit}`));
  }
  return found;
}

const booksAgree = async () => ledgerAgrees(await checkLedger(product.services));

/** A patron and donor who has told us all that can be told, in words that nobody else uses. */
async function someoneKnown() {
  const email = 'zoya.qmark@example.org';
  const { services } = product;
  const donationId = await donate(email, {
    ...{ note: 'qmark note', displayName: 'Qmark Public', returnTo: '/world/qmark' },
  });
  const id = await supporterOfDonation(donationId);
  const viewer = { id, email };
  const membershipId = await join(email, { supporter: viewer, displayName: 'Qmark Patron' });
  await services.db
    .update(memberships)
    .set({ cancelReason: 'coverage: qmark words', note: 'qmark note' })
    .where(eq(memberships.id, membershipId));
  await saveProfile(services, { supporterId: id, name: 'Zoya Qmark', postalAddress: 'Qmark St 1' });
  await services.db
    .update(supporters)
    .set({ publicName: 'Qmark Public' })
    .where(eq(supporters.id, id));
  await services.db.insert(passkeys).values({
    ...{ id: newId(), supporterId: id, credentialId: 'qmark-credential', publicKey: 'k' },
    ...{ userHandle: 'qmark-handle', signCount: 0, transports: [], isSynced: true },
    ...{ name: 'Qmark phone', createdAt: services.clock.now() },
  });
  const [membership] = await services.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId));
  await services.db.insert(grants).values({
    ...{ id: newId(), supporterId: id, tierId: membership?.tierId ?? '', grantedBy: owner },
    ...{ startsAt, reason: 'qmark reason', createdAt: startsAt },
  });
  const gift = {
    status: 'paid',
    delivery: 'mail',
    ...{ paidAt: startsAt, tierId: membership?.tierId ?? '', months: 3 },
    ...{ amountMinor: 1_500, currency: 'EUR', locale: 'en', createdAt: startsAt },
    ...{ deliverAt: startsAt, deliveredAt: startsAt },
  } as const;
  await services.db.insert(gifts).values([
    {
      ...{ ...gift, id: newId(), supporterId: id, codeHash: newId(), message: 'Love from qmark' },
      ...{ fromName: 'Zoya Qmark', toName: 'Qmark’s aunt', recipientEmail: 'aunt.qmark@x.org' },
    },
    {
      ...{ ...gift, id: newId(), supporterId: owner, codeHash: newId(), message: 'For Qmark' },
      ...{ fromName: 'A friend', toName: 'Zoya Qmark', recipientEmail: email },
      ...{ claimedById: id, claimedAt: startsAt },
    },
  ]);
  await requestSignIn(services, {
    ...{ email, locale: 'en', returnTo: '/account/qmark', browserHash: 'b' },
  });
  const { token, viewer: signedIn } = await signIn(id);
  await requestEmailChange(services, {
    ...{ supporterId: id, sessionId: signedIn.sessionId ?? '' },
    ...{ newEmail: 'qmark.other@example.org', locale: 'en' },
  });
  return { id, email, token, donationId, membershipId };
}

describe('an export', () => {
  it('has everything that the database has on a person, and nothing of others', async () => {
    const person = await someoneKnown();
    const text = JSON.stringify(await exportEverything(product.services, person.id));
    const read = JSON.parse(text) as Record<string, unknown>;
    const head = ['format', 'version', 'exportedAt', 'newsroom'];
    expect(Object.keys(read)).toEqual([...head, ...exportKeys].sort(byOrderOf(Object.keys(read))));
    const told = [
      ...['zoya.qmark@example.org', 'qmark.other@example.org', 'Zoya Qmark', 'Qmark St 1'],
      ...['qmark note', 'Qmark Public', 'Qmark Patron', '/world/qmark', 'coverage: qmark words'],
      ...['Love from qmark', 'For Qmark', 'A friend', 'aunt.qmark@x.org'],
      ...['Qmark phone', 'qmark reason', '/account/qmark', 'Qmark-Browser', '4242', 'receipt'],
    ];
    for (const words of told) expect(text, words).toContain(words);
    expect(text).not.toContain('owner@example.org');
    expect(text).not.toContain(owner);
    expect(text).not.toContain('hash-of-a-browser');
    const parts = read as { donations: unknown[]; payments: unknown[]; audit: { by: string }[] };
    expect([parts.donations.length, parts.payments.length]).toEqual([1, 2]);
    expect(new Set(parts.audit.map(({ by }) => by))).toEqual(new Set(['you']));
  });
});

function byOrderOf(keys: readonly string[]) {
  return (a: string, b: string) => keys.indexOf(a) - keys.indexOf(b);
}

describe('an erasure', () => {
  it('leaves no word of the person anywhere, and every figure as it was', async () => {
    const [found] = await product.services.db
      .select()
      .from(supporters)
      .where(eq(supporters.email, 'zoya.qmark@example.org'));
    const id = found?.id ?? '';
    const before = { figures: await figures() };
    expect(await booksAgree()).toBe(true);
    const [open] = await product.services.db
      .select()
      .from(memberships)
      .where(eq(memberships.supporterId, id));
    const [paid] = await product.services.db
      .select()
      .from(donations)
      .where(eq(donations.supporterId, id));
    expect(await whereabouts('qmark')).not.toEqual([]);

    const erased = await eraseSupporter(product.services, { supporterId: id, locale: 'en' });
    expect(erased).toEqual({ ok: true, value: null });
    const [last] = await product.services.db
      .select()
      .from(mails)
      .where(eq(mails.template, 'erasure-done'));
    expect(last).toMatchObject({ recipient: 'zoya.qmark@example.org', status: 'queued' });
    const handed: OutgoingMail[] = [];
    const smtp = {
      send: async (mail: OutgoingMail) => {
        handed.push(mail);
        return { outcome: 'sent' } as const;
      },
      close: () => undefined,
    };
    await sendMail({ ...product.services, smtp }, { mailId: last?.id ?? '' });
    expect(handed.map(({ to }) => to)).toEqual(['zoya.qmark@example.org']);
    await product.settle();
    expect(await whereabouts('qmark')).toEqual([]);

    const after = await figures();
    const { settled, charged, waiting, donors, newest, history } = after;
    expect({ settled, charged, waiting, donors, newest }).toEqual({
      settled: before.figures.settled,
      charged: before.figures.charged,
      waiting: before.figures.waiting,
      donors: before.figures.donors,
      newest: before.figures.newest,
    });
    expect(history.length).toBe(before.figures.history.length);
    expect(await booksAgree()).toBe(true);
    const [kept] = await product.services.db
      .select()
      .from(donations)
      .where(eq(donations.id, paid?.id ?? ''));
    const { amountMinor, currency, paidAt, country, articleId } = paid ?? {};
    expect(kept).toMatchObject({ amountMinor, currency, paidAt, country, articleId, note: null });

    // At Stripe nothing is charged any more, and the customers are gone.
    const [ended] = await product.services.db
      .select()
      .from(memberships)
      .where(eq(memberships.id, open?.id ?? ''));
    expect(ended).toMatchObject({ status: 'canceled', cancelReason: 'coverage' });
    const customers = await product.services.db
      .select()
      .from(stripeCustomers)
      .where(eq(stripeCustomers.supporterId, id));
    expect(customers.length).toBeGreaterThan(0);
    for (const { stripeCustomerId } of customers) {
      expect(await product.services.payments.readCustomer(stripeCustomerId)).toBeNull();
    }

    // What Stripe still tells about them brings nothing back.
    for (const { stripeCustomerId } of customers) {
      await convergeCustomer(product.services, stripeCustomerId);
      const late = 'zoya.qmark@example.org';
      expect(await saveContactEmail(product.services, stripeCustomerId, late)).toBe(false);
    }
    for (const checkoutId of [paid?.checkoutId, open?.checkoutId]) {
      await convergeCheckout(product.services, checkoutId ?? '');
    }
    await product.settle();
    expect(await whereabouts('qmark')).toEqual([]);
  });

  it('lets the same address begin anew, as somebody without a past', async () => {
    const [erasedRow] = await product.services.db
      .select()
      .from(supporters)
      .where(sql`erased_at is not null`);
    const again = await newPerson('zoya.qmark@example.org');
    expect(again).not.toBe(erasedRow?.id);
    const read = await exportEverything(product.services, again);
    expect([read.donations, read.memberships, read.payments, read.mails]).toEqual([[], [], [], []]);
  });

  it('reaches what is on its way from Stripe: a payment that comes afterwards names nobody', async () => {
    const email = 'wait.qmark2@example.org';
    const id = await newPerson(email, 'Wait Qmark2');
    const given = await startDonation(
      product.services,
      giftInput({ supporter: { id, email }, displayName: 'Qmark2' }),
    );
    if (!given.ok) throw new Error('not opened');
    // Paid, and erased before any event is heard of.
    payOnStripe(product.stripe, given.value.checkoutUrl, { email, name: 'Wait Qmark2' });
    const erased = await eraseSupporter(product.services, { supporterId: id, locale: 'en' });
    expect(erased.ok).toBe(true);
    await product.settle();
    const [paid] = await product.services.db
      .select()
      .from(payments)
      .where(eq(payments.sourceId, given.value.donationId));
    expect(paid).toMatchObject({ supporterId: id, kind: 'charge' });
    expect(await whereabouts('qmark2')).toEqual([expect.stringMatching(/^mails: .*erasure-done/)]);
  });

  it('is refused to somebody on the staff, and does nothing when Stripe can’t be reached', async () => {
    expect(await eraseSupporter(product.services, { supporterId: owner, locale: 'en' })).toEqual({
      ok: false,
      reason: 'is_staff',
    });
    const email = 'stays@example.org';
    const membershipId = await join(email);
    const [row] = await product.services.db
      .select()
      .from(memberships)
      .where(eq(memberships.id, membershipId));
    const id = row?.supporterId ?? '';
    const down = {
      ...product.services,
      payments: {
        ...product.services.payments,
        endSubscriptionNow: () => Promise.resolve({ ok: false, reason: 'try_later' } as const),
      },
    };
    expect(await eraseSupporter(down, { supporterId: id, locale: 'en' })).toEqual({
      ok: false,
      reason: 'payments_unavailable',
    });
    expect((await rowOf(id))?.email).toBe(email);
    const twice = await Promise.all([
      eraseSupporter(product.services, { supporterId: id, locale: 'en' }),
      eraseSupporter(product.services, { supporterId: id, locale: 'en' }),
    ]);
    expect(twice.map((one) => (one.ok ? 'done' : one.reason)).sort()).toEqual(['done', 'gone']);
  });
});

describe('a merge', () => {
  it('moves everything, changes no sum, and lets both addresses sign in', async () => {
    const donationId = await donate('merge.one@example.org');
    const membershipId = await join('merge.two@example.org');
    const mergedId = await supporterOfDonation(donationId);
    const [joined] = await product.services.db
      .select()
      .from(memberships)
      .where(eq(memberships.id, membershipId));
    const keptId = joined?.supporterId ?? '';
    const { token } = await signIn(mergedId);
    const before = await figures();
    const preview = await previewMerge(product.services, { keptId, mergedId });
    expect(preview).toMatchObject({
      problem: null,
      kept: { hasMembershipInForce: true, counts: { donations: 0, memberships: 1, payments: 1 } },
      merged: { hasMembershipInForce: false, counts: { donations: 1, payments: 1, customers: 1 } },
    });
    const input = { keptId, mergedId, reason: 'Wrote from both', actorId: owner };
    expect(await mergeSupporters(product.services, input)).toEqual({ ok: true, value: null });
    expect(await mergeSupporters(product.services, input)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await supporterOfDonation(donationId)).toBe(keptId);
    expect((await readViewer(product.services, token)).viewer.supporter).toBeNull();
    expect(await newPerson('merge.one@example.org', 'A Name')).toBe(keptId);
    expect(await rowOf(mergedId)).toMatchObject({ mergedIntoId: keptId, name: null });
    const after = await figures();
    expect(after.settled).toEqual(before.settled);
    expect(after.recurring).toEqual(before.recurring);
    const told = await product.services.db
      .select()
      .from(mails)
      .where(eq(mails.template, 'supporters-merged'));
    expect(told.map(({ recipient }) => recipient).sort()).toEqual([
      'merge.one@example.org',
      'merge.two@example.org',
    ]);
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(inArray(auditEntries.action, ['supporter.merged', 'supporter.merged_away']));
    expect(entries.every(({ detail }) => detail['reason'] === 'Wrote from both')).toBe(true);
    expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual([keptId, mergedId].sort());
    // An erasure of the one takes the other address as well.
    await eraseSupporter(product.services, { supporterId: keptId, locale: 'en' });
    await product.settle();
    const places = await whereabouts('merge.one@example.org');
    expect(places).toEqual([]);
  });

  it('of two patrons is refused, and of somebody with themselves, and of staff', async () => {
    const rows = await product.services.db
      .select()
      .from(memberships)
      .where(
        inArray(memberships.id, [
          await join('both.one@example.org'),
          await join('both.two@example.org'),
        ]),
      );
    const [keptId = '', mergedId = ''] = rows.map(({ supporterId }) => supporterId ?? '');
    const input = { keptId, mergedId, reason: 'x', actorId: owner };
    const merge = (parts: Partial<typeof input>) =>
      mergeSupporters(product.services, { ...input, ...parts });
    expect(await merge({})).toEqual({ ok: false, reason: 'both_patrons' });
    expect(await merge({ mergedId: keptId })).toEqual({ ok: false, reason: 'same' });
    expect(await merge({ mergedId: owner })).toEqual({ ok: false, reason: 'is_staff' });
    expect(await merge({ mergedId: newId() })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('while webhooks come in leaves nothing behind', async () => {
    const keptId = await newPerson('race.kept@example.org');
    const first = await donate('race.gone@example.org');
    const mergedId = await supporterOfDonation(first);
    const viewer = { id: mergedId, email: 'race.gone@example.org' };
    for (let index = 0; index < 4; index += 1) {
      const given = await startDonation(product.services, giftInput({ supporter: viewer }));
      if (!given.ok) throw new Error('not opened');
      payOnStripe(product.stripe, given.value.checkoutUrl, { email: viewer.email });
    }
    const [merged] = await Promise.all([
      mergeSupporters(product.services, { keptId, mergedId, reason: 'x', actorId: owner }),
      product.settle(),
    ]);
    expect(merged.ok).toBe(true);
    await product.settle();
    await identityStep.run(product.services);
    const { db } = product.services;
    const left = await Promise.all([
      db.select().from(donations).where(eq(donations.supporterId, mergedId)),
      db.select().from(payments).where(eq(payments.supporterId, mergedId)),
      db.select().from(stripeCustomers).where(eq(stripeCustomers.supporterId, mergedId)),
    ]);
    expect(left).toEqual([[], [], []]);
    const moved = await db.select().from(payments).where(eq(payments.supporterId, keptId));
    expect(moved).toHaveLength(5);
    const held = await db.transaction((tx) =>
      holdSupporter({ ...product.services, db: tx }, mergedId),
    );
    expect(held).toEqual({ supporterId: keptId, isErased: false });
  });
});

describe('the address at Stripe', () => {
  it('follows a change of address', async () => {
    const id = await supporterOfDonation(await donate('follow@example.org'));
    const { viewer } = await signIn(id);
    const asked = await requestEmailChange(product.services, {
      ...{ supporterId: id, sessionId: viewer.sessionId ?? '' },
      ...{ newEmail: 'followed@example.org', locale: 'uk' },
    });
    const changeId = asked.ok ? asked.value.changeId : '';
    for (const mailbox of ['old', 'new'] as const) {
      const issued = await issueEmailChangeToken(product.services, { changeId, mailbox });
      await confirmEmailChange(product.services, issued?.token ?? '');
    }
    await product.settle();
    const customers = await product.services.db
      .select()
      .from(stripeCustomers)
      .where(eq(stripeCustomers.supporterId, id));
    expect(customers).toMatchObject([{ contactEmail: 'followed@example.org' }]);
    const stripeCustomerId = customers[0]?.stripeCustomerId ?? '';
    expect(await product.services.payments.readCustomer(stripeCustomerId)).toMatchObject({
      email: 'followed@example.org',
    });
    const [donation] = await product.services.db
      .select()
      .from(donations)
      .where(and(eq(donations.supporterId, id), eq(donations.status, 'paid')));
    expect(donation).toBeDefined();
  });
});

describe('the books', () => {
  it('are Stripe’s to the cent after all this', async () => {
    await product.settle();
    expect(await booksAgree()).toBe(true);
  });
});
