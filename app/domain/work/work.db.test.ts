import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { disputes } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { reconciliationDifferences } from '../../db/schema/reconciliation.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { newId } from '../../platform/ids.ts';
import { eraseSupporter } from '../privacy/erase-supporter.server.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../supporters/grant-role.server.ts';
import { countWaiting } from './count-waiting.server.ts';
import { listWork } from './list-work.server.ts';
import { takeOnWork } from './take-on-work.server.ts';
import { type WorkFilter, parseWorkFilter, pathOf, workQuery } from './work.ts';

const now = new Date('2026-11-22T16:30:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const everything: WorkFilter = { kind: null, owner: null, state: null };
let product: TestProduct;
let owner = '';
let editor = '';
let patron = '';
const failing = newId();

async function person(email: string): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  return supporterId;
}

const list = (filter: Partial<WorkFilter> = {}, after: string | null = null, limit = 50) =>
  listWork(product.services, {
    filter: { ...everything, ...filter },
    ...{ timeZone: 'Europe/Kyiv', after, limit },
  });
const kindsOf = async (filter: Partial<WorkFilter> = {}) =>
  (await list(filter)).items.map(({ kind }) => kind);

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  owner = await person('owner@work.example');
  editor = await person('editor@work.example');
  patron = await person('patron@work.example');
  await grantRole(services, { actorId: null, supporterId: owner, role: 'owner' });
  await grantRole(services, { actorId: null, supporterId: editor, role: 'editor' });
  const tierId = newId();
  await services.db.insert(tiers).values({
    ...{ id: tierId, slug: 'friend', rank: 1, perks: [] },
    ...{ name: { en: 'Friend', uk: 'Друг' }, description: { en: '', uk: '' } },
  });
  const membership = {
    ...{ tierId, interval: 'month' as const, amountMinor: 900, currency: 'EUR', locale: 'en' },
    ...{ startedAt: daysAgo(90), createdAt: daysAgo(90) },
  };
  await services.db.insert(memberships).values([
    {
      ...membership,
      ...{ id: failing, status: 'past_due', supporterId: patron, pastDueSince: daysAgo(2) },
      ...{ openAmountMinor: 900, nextAttemptAt: daysAgo(-1), paymentTrouble: 'failed' },
    },
    {
      ...membership,
      ...{ id: newId(), status: 'active', supporterId: await person('card@work.example') },
      ...{ cardBrand: 'visa', cardLast4: '4242', cardExpYear: 2026, cardExpMonth: 11 },
    },
    {
      ...membership,
      ...{ id: newId(), status: 'active', supporterId: await person('later@work.example') },
      ...{ cardBrand: 'visa', cardLast4: '4242', cardExpYear: 2026, cardExpMonth: 12 },
    },
  ]);
  const dispute = {
    ...{ stripeChargeId: 'ch_none', source: 'donation' as const, sourceId: newId() },
    ...{ amountMinor: 2500, currency: 'EUR', openedAt: daysAgo(1), updatedAt: now },
  };
  await services.db.insert(disputes).values([
    { ...dispute, stripeDisputeId: 'du_open', status: 'needs_response', dueBy: daysAgo(-7) },
    { ...dispute, stripeDisputeId: 'du_won', status: 'won' },
  ]);
  await services.db.insert(stripeEvents).values(
    (['given_up', 'handled', 'set_aside'] as const).map((outcome) => ({
      ...{ id: `evt_${outcome}`, type: 'charge.succeeded', outcome },
      ...{ createdAt: daysAgo(3), receivedAt: daysAgo(3) },
    })),
  );
  await services.db.insert(reconciliationDifferences).values({
    ...{ id: newId(), kind: 'payout', objectId: 'po_1', expected: '1', found: '2' },
    ...{ cause: 'figures_differ', state: 'open', firstSeenAt: daysAgo(1), lastSeenAt: now },
  });
  await services.db.insert(mails).values({
    ...{ id: newId(), template: 'receipt', subjectId: newId(), recipient: 'patron@work.example' },
    ...{ locale: 'en', status: 'failed', createdAt: daysAgo(1) },
  });
});
afterAll(() => product.close());

describe('work to do today', () => {
  it('is what waits, the most urgent first, and nothing else', async () => {
    const { items, counts } = await list();
    expect(items.map(({ kind }) => kind)).toEqual([
      ...['event', 'event', 'payment_failed', 'mail', 'difference', 'dispute', 'card'],
    ]);
    expect(counts).toMatchObject({ event: 2, dispute: 1, card: 1, order: 0, refund_failed: 0 });
    const payment = items.find(({ kind }) => kind === 'payment_failed');
    expect(payment).toMatchObject({
      ...{ amount: { amountMinor: 900, currency: 'EUR' }, nextAt: daysAgo(-1), state: 'open' },
      person: { email: 'patron@work.example' },
    });
    expect(payment && pathOf(payment)).toBe(`/admin/supporters/${patron}`);
  });

  it('is counted for the navigation: as many as the list has, up to a bound', async () => {
    const { counts } = await list();
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const waiting = await countWaiting(product.services, { timeZone: 'Europe/Kyiv' });
    expect(waiting).toEqual({ count: all, isMore: false });
  });

  it('comes page after page, everything once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({}, after, 2);
      seen.push(...page.items.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('has an owner, a state and a note, until the thing itself is over', async () => {
    const { services } = product;
    const taken = { kind: 'payment_failed' as const, subjectId: failing, actorId: owner };
    const inHand = { ...taken, ownerId: editor, state: 'in_hand' as const, note: 'Called her' };
    expect((await takeOnWork(services, inHand)).ok).toBe(true);
    expect((await takeOnWork(services, inHand)).ok).toBe(true);
    expect(await kindsOf({ owner: editor })).toEqual(['payment_failed']);
    expect(await kindsOf({ owner: 'nobody' })).toHaveLength(6);
    expect(await takeOnWork(services, { ...inHand, ownerId: patron })).toMatchObject({
      reason: 'no_colleague',
    });
    await takeOnWork(services, { ...inHand, state: 'done' });
    expect(await kindsOf()).not.toContain('payment_failed');
    expect((await list({ state: 'done' })).items[0]).toMatchObject({
      ...{ note: 'Called her', owner: { id: editor } },
    });
    const { pool } = services.database;
    const { rows } = await pool.query(
      `select before, after from audit_entries where action = 'work.taken_on' order by at, id`,
    );
    expect(rows).toHaveLength(2);
    // Paid, and failing again later: what was noted was about the first time.
    await pool.query(`update memberships set past_due_since = $1 where id = $2`, [
      ...[new Date(now.getTime() + 1_000), failing],
    ]);
    expect((await list({ kind: 'payment_failed' })).items[0]).toMatchObject({
      ...{ owner: null, state: 'open', note: null },
    });
    await pool.query(`update memberships set past_due_since = null where id = $1`, [failing]);
    expect(await takeOnWork(services, inHand)).toMatchObject({ reason: 'gone' });
    expect(await kindsOf()).not.toContain('payment_failed');
  });

  it('keeps no word about somebody who is erased', async () => {
    const { services } = product;
    await services.database.pool.query(
      `update memberships set status = 'canceled', ended_at = now() where supporter_id = $1`,
      [patron],
    );
    expect((await eraseSupporter(services, { supporterId: patron, locale: 'en' })).ok).toBe(true);
    const { rows } = await services.database.pool.query(
      'select note from work_items where note is not null',
    );
    expect(rows).toEqual([]);
  });

  it('is filtered by its address', () => {
    const filter: WorkFilter = { kind: 'mail', owner: 'nobody', state: 'waiting' };
    expect(parseWorkFilter(new URLSearchParams(workQuery(filter)))).toEqual(filter);
    expect(parseWorkFilter(new URLSearchParams("kind=x&owner='--&state=1"))).toEqual(everything);
  });
});
