import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { membershipChanges, memberships, tiers } from '../../db/schema/memberships.ts';
import { newId } from '../../platform/ids.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { everyPage } from './csv.server.ts';
import { exportPayments } from './export-payments.server.ts';
import { findSupporters } from './find-supporters.server.ts';
import { countSupporters, listSupporters } from './list-supporters.server.ts';
import { everyPayment } from './payment-filter.ts';
import { readRecurringDrift } from './read-recurring.server.ts';
import { readTimeline } from './timeline/read-timeline.server.ts';
import { readSupporterProfile } from './read-supporter-profile.server.ts';
import { readRange, readSupporterReport } from './read-supporter-report.server.ts';
import { readSystemState } from './read-system-state.server.ts';
import { totalMovement } from './recurring-revenue.ts';
import { parseSupporterCursor } from './supporter-cursor.ts';
import { type SupporterFilter, everySupporter } from './supporter-filter.ts';
import { bookRandomPayments } from './testing/book-random-payments.ts';

const now = new Date('2026-11-22T16:30:00Z');
const timeZone = 'Europe/Kyiv';
const tierId = newId();
let product: TestProduct;
let people: string[];

type Change = Pick<
  typeof membershipChanges.$inferInsert,
  'kind' | 'fromMonthlyMinor' | 'toMonthlyMinor'
> & { on: string };

async function addMembership(
  supporterId: string,
  status: 'active' | 'past_due' | 'canceled',
  amountMinor: number,
  changes: readonly Change[],
): Promise<void> {
  const id = newId();
  const first = changes[0];
  if (!first) throw new Error('a membership begins with a change');
  const startedAt = new Date(first.on);
  await product.services.db.insert(memberships).values({
    id,
    status,
    supporterId,
    tierId,
    interval: 'month',
    amountMinor,
    currency: 'EUR',
    locale: 'en',
    startedAt,
    createdAt: startedAt,
  });
  await product.services.db.insert(membershipChanges).values(
    changes.map(({ on, ...change }) => ({
      id: newId(),
      membershipId: id,
      at: new Date(on),
      currency: 'EUR',
      ...change,
    })),
  );
}

const started = (on: string, toMonthlyMinor: number): Change => ({
  on,
  kind: 'started',
  fromMonthlyMinor: 0,
  toMonthlyMinor,
});
const ended = (on: string, fromMonthlyMinor: number): Change => ({
  on,
  kind: 'ended',
  fromMonthlyMinor,
  toMonthlyMinor: 0,
});

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  people = [];
  for (const name of ['Олена Коваленко', 'Martin 100%', 'Ann_Lee', 'Sofia', 'Taras', 'Ivan']) {
    const i = people.length;
    const { supporterId } = await findOrCreateSupporter(product.services, {
      email: `reader${i}@example.org`,
      name,
      locale: 'en',
      country: 'UA',
      stripeCustomerId: `cus_test${i}`,
    });
    people.push(supporterId);
  }
  await bookRandomPayments(product.services, {
    seed: 7,
    people: people.slice(0, 5),
    articles: [null],
  });
  await product.services.db.insert(tiers).values({
    id: tierId,
    slug: 'friend',
    rank: 1,
    name: { en: 'Friend', uk: 'Друг' },
    description: { en: '', uk: '' },
    perks: [],
  });
  const [olena = '', martin = '', ann = '', sofia = ''] = people;
  // Raised in November; a failed payment meanwhile moves nothing.
  await addMembership(olena, 'active', 900, [
    started('2026-08-01T10:00:00Z', 500),
    {
      on: '2026-11-03T10:00:00Z',
      kind: 'payment_failed',
      fromMonthlyMinor: 500,
      toMonthlyMinor: 900,
    },
    {
      on: '2026-11-05T10:00:00Z',
      kind: 'amount_changed',
      fromMonthlyMinor: 500,
      toMonthlyMinor: 900,
    },
  ]);
  await addMembership(martin, 'canceled', 1000, [
    started('2026-08-02T10:00:00Z', 1000),
    ended('2026-11-10T10:00:00Z', 1000),
  ]);
  // Left in September and came back in November.
  await addMembership(ann, 'canceled', 700, [
    started('2026-08-03T10:00:00Z', 700),
    ended('2026-09-10T10:00:00Z', 700),
  ]);
  await addMembership(ann, 'past_due', 600, [started('2026-11-12T10:00:00Z', 600)]);
  await addMembership(sofia, 'active', 800, [started('2026-11-13T10:00:00Z', 800)]);
});
afterAll(() => product.close());

async function find(filter: Partial<SupporterFilter>): Promise<string[]> {
  const input = { filter: { ...everySupporter, ...filter }, timeZone };
  const { supporters } = await listSupporters(product.services, {
    ...input,
    after: null,
    limit: 50,
  });
  expect(await countSupporters(product.services, input)).toEqual({
    count: supporters.length,
    isMore: false,
  });
  // The page says the same, however it finds them; one by one, too.
  const whole = await findSupporters(product.services, { ...input, after: null, limit: 50 });
  expect(whole).toEqual({
    page: { supporters, next: null },
    count: { count: supporters.length, isMore: false },
  });
  if (supporters.length > 1) {
    const first = await findSupporters(product.services, { ...input, after: null, limit: 1 });
    expect(first.page.supporters).toEqual(supporters.slice(0, 1));
    expect(first.count).toEqual(whole.count);
    expect(first.page.next).not.toBeNull();
  }
  return supporters.map((person) => (person.name ?? '').split(/[ _]/)[0] ?? '').sort();
}

describe('the list of supporters', () => {
  it('finds by part of a name in either script, by address, and by Stripe customer', async () => {
    expect(await find({ search: 'КОВАЛ' })).toEqual(['Олена']);
    expect(await find({ search: 'READER3@' })).toEqual(['Sofia']);
    // Where no address begins with it, one that has it anywhere.
    expect(await find({ search: 'ader3@ex' })).toEqual(['Sofia']);
    expect(await find({ search: 'cus_test4' })).toEqual(['Taras']);
    expect(await find({ search: 'cus_test' })).toEqual([]);
  });

  it('takes wildcards as they are typed', async () => {
    expect(await find({ search: '00%' })).toEqual(['Martin']);
    expect(await find({ search: '%%%' })).toEqual([]);
    expect(await find({ search: 'n_L' })).toEqual(['Ann']);
    expect(await find({ search: '\\' })).toEqual([]);
    // Of one letter or two only the beginnings of words.
    expect(await find({ search: '10' })).toEqual(['Martin']);
    expect(await find({ search: 'ка' })).toEqual([]);
  });

  it('keeps its groups apart', async () => {
    expect(await find({ group: 'patrons' })).toEqual(['Ann', 'Sofia', 'Олена']);
    expect(await find({ group: 'past_due' })).toEqual(['Ann']);
    expect(await find({ group: 'lapsed' })).toEqual(['Martin']);
    expect(await find({ group: 'joined', month: '2026-11' })).toEqual(['Ann', 'Sofia']);
    expect(await find({ group: 'left', month: '2026-11' })).toEqual(['Martin']);
    expect(await find({ group: 'left', month: '2026-09' })).toEqual(['Ann']);
    expect(await find({ group: 'patrons', currency: 'USD' })).toEqual([]);
    expect(await find({ group: 'donors' })).not.toContain('Ivan');
  });

  it('shows everyone once, page after page, even those who came in the same instant', async () => {
    const seen: string[] = [];
    const pages = everyPage(async (after) => {
      const page = await listSupporters(product.services, {
        filter: everySupporter,
        timeZone,
        after: parseSupporterCursor(after, 'newest'),
        limit: 1,
      });
      return { rows: page.supporters, next: page.next };
    });
    for await (const person of pages) seen.push(person.id);
    expect([...seen].sort()).toEqual([...people].sort());
  });
});

describe('recurring revenue', () => {
  it('is told by its movements, which add up', async () => {
    const {
      recurring,
      patrons,
      begun,
      ended: left,
    } = await readSupporterReport(
      product.services,
      await readRange(product.services, new URLSearchParams()),
    );
    expect(recurring).toHaveLength(1);
    const [euro] = recurring;
    expect(euro).toMatchObject({ currency: 'EUR', start: 1500, end: 2300, memberships: 3 });
    expect(euro?.movements).toEqual({
      new: { amountMinor: 800, count: 1 },
      reactivation: { amountMinor: 600, count: 1 },
      expansion: { amountMinor: 400, count: 1 },
      contraction: { amountMinor: 0, count: 0 },
      churn: { amountMinor: -1000, count: 1 },
    });
    expect((euro?.start ?? 0) + (euro ? totalMovement(euro.movements) : 0)).toBe(euro?.end);
    expect(patrons).toEqual({ now: 3, before: 2 });
    expect(begun).toEqual({ now: 2, before: 0 });
    expect(left).toEqual({ now: 1, before: 0 });
  });

  it('agrees with what the memberships themselves come to', async () => {
    expect(await readRecurringDrift(product.services)).toEqual([
      { currency: 'EUR', byChanges: 2300, byMemberships: 2300 },
    ]);
    expect((await readSystemState(product.services)).drift).toEqual([]);
  });
});

describe('a supporter’s page', () => {
  it('holds all payments, memberships and events, the newest first', async () => {
    const profile = await readSupporterProfile(product.services, { supporterId: people[2] ?? '' });
    expect(profile?.memberships.map(({ status }) => status)).toEqual(['past_due', 'canceled']);
    expect(profile?.customerIds).toEqual(['cus_test2']);
    expect(profile?.payments.length).toBeGreaterThan(10);
    const { events } = await readTimeline(product.services, {
      ...{ supporterId: profile?.id ?? '', email: profile?.email ?? '', limit: 500 },
      question: { sort: null, before: null },
    });
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(events.filter(({ what }) => what === 'membership')).toHaveLength(3);
  });

  it('is not there for an id that is none', async () => {
    expect(await readSupporterProfile(product.services, { supporterId: newId() })).toBeNull();
    expect(await readSupporterProfile(product.services, { supporterId: "1' or 1=1" })).toBeNull();
  });
});

it('the CSV of payments has every payment, in batches', async () => {
  const { columns, rows } = await exportPayments(product.services, {
    filter: everyPayment,
    actorId: people[0] ?? '',
  });
  const { rows: counted } = await product.services.database.pool.query<{ count: string }>(
    'select count(*) from payments',
  );
  const ids = new Set<string>();
  let netOfEuro = 0;
  for await (const row of rows) {
    ids.add(row[columns.indexOf('payment_id')] ?? '');
    if (row[columns.indexOf('settlement_currency')] === 'EUR') {
      netOfEuro += Math.round(Number(row[columns.indexOf('settled_net')]) * 100);
    }
  }
  expect(ids.size).toBe(Number(counted[0]?.count));
  const { rows: summed } = await product.services.database.pool.query<{ sum: string }>(
    "select sum(amount_minor) from ledger_entries where account = 'stripe_balance' and currency = 'EUR'",
  );
  expect(netOfEuro).toBe(Number(summed[0]?.sum));
});
