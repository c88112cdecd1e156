import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { giveGrant } from '../grants/give-grant.server.ts';
import { recordMovements } from '../ledger/record-movements.server.ts';
import { inTransaction } from '../ports/context.ts';
import { eraseSupporter } from '../privacy/erase-supporter.server.ts';
import { mergeSupporters } from '../privacy/merge-supporters.server.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { checkSupporterFacts, rebuildSupporterFacts } from './check-supporter-facts.server.ts';
import { exportSupporters } from './export-supporters.server.ts';
import { countSupporters, listSupporters } from './list-supporters.server.ts';
import { parseSupporterCursor } from './supporter-cursor.ts';
import { type SupporterFilter, everySupporter } from './supporter-filter.ts';
import { bookRandomPayments } from './testing/book-random-payments.ts';

const now = new Date('2026-11-22T16:30:00Z');
const timeZone = 'Europe/Kyiv';
const articleId = newId();
const campaignId = newId();
const tierId = newId();
let product: TestProduct;
const ids = new Map<string, string>();

async function person(name: string, country = 'UA'): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email: `${name.toLowerCase()}@facts.example`, name, locale: 'en', country },
    stripeCustomerId: `cus_${name}`,
  });
  ids.set(name, supporterId);
  return supporterId;
}

const idOf = (name: string): string => ids.get(name) ?? '';

async function pay(name: string, at: string, amountMinor: number): Promise<void> {
  const key = `${name}${at.replaceAll(/\D/g, '')}`;
  const occurredAt = new Date(at);
  const amount = money(amountMinor, 'EUR');
  await inTransaction(product.services, (tx) =>
    recordMovements(tx, [
      {
        movement: {
          ...{ kind: 'charge', stripeObjectId: `ch_${key}`, amount, occurredAt },
          settlement: {
            balanceTransactionId: `txn_${key}`,
            ...{ gross: amount, fee: money(0, 'EUR'), net: amount, exchangeRate: null },
            at: occurredAt,
          },
        },
        source: {
          ...{ source: 'donation', sourceId: newId(), supporterId: idOf(name) },
          ...{ articleId, askId: null, campaignId },
        },
        charge: {
          ...{ chargeId: `ch_${key}`, paymentIntentId: `pi_${key}`, invoiceId: `in_${key}` },
          ...{ country: 'UA', periodEnd: null },
        },
      },
    ]),
  );
}

type MembershipParts = Partial<typeof memberships.$inferInsert>;

async function join(name: string, startedAt: string, parts: MembershipParts = {}): Promise<void> {
  await product.services.db.insert(memberships).values({
    ...{ id: newId(), status: 'active', supporterId: idOf(name), tierId, interval: 'month' },
    ...{ amountMinor: 600, currency: 'EUR', locale: 'en' },
    ...{ startedAt: new Date(startedAt), createdAt: new Date(startedAt) },
    stripeSubscriptionId: `sub_${name}`,
    ...parts,
  });
}

async function find(filter: Partial<SupporterFilter>): Promise<string[]> {
  const input = { filter: { ...everySupporter, ...filter }, timeZone };
  const found = await listSupporters(product.services, { ...input, after: null, limit: 50 });
  expect((await countSupporters(product.services, input)).count).toBe(found.supporters.length);
  return found.supporters.map(({ name }) => name ?? 'nobody');
}

const sorted = async (filter: Partial<SupporterFilter>) => (await find(filter)).sort();

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  await product.services.db.insert(tiers).values({
    ...{ id: tierId, slug: 'friend', rank: 1, perks: [] },
    ...{ name: { en: 'Friend', uk: 'Друг' }, description: { en: '', uk: '' } },
  });
  for (const name of ['Anna', 'Borys', 'Clara', 'Danylo', 'Emma', 'Fedir']) await person(name);
  await person('Greta', 'DE');
  await pay('Anna', '2025-03-01T10:00:00Z', 5000);
  await pay('Borys', '2026-11-01T10:00:00Z', 1000);
  await pay('Borys', '2026-11-20T10:00:00Z', 2500);
  await join('Clara', '2026-02-10T10:00:00Z');
  await join('Danylo', '2026-02-28T23:00:00Z', { status: 'past_due', pastDueSince: now });
  await join('Emma', '2026-05-01T10:00:00Z', { cancelAt: new Date('2026-12-01T10:00:00Z') });
  await join('Fedir', '2026-05-01T10:00:00Z', { status: 'canceled', endedAt: now });
  await join('Greta', '2026-06-01T10:00:00Z', { cardExpYear: 2026, cardExpMonth: 11 });
});
afterAll(() => product.close());

describe('the list of supporters, by its facts', () => {
  it('keeps those at risk apart from those who are well, and both from those who left', async () => {
    expect(await sorted({ group: 'at_risk' })).toEqual(['Danylo', 'Emma', 'Greta']);
    expect(await find({ group: 'past_due' })).toEqual(['Danylo']);
    expect(await find({ group: 'cancelling' })).toEqual(['Emma']);
    expect(await find({ group: 'card_ending' })).toEqual(['Greta']);
    expect(await find({ group: 'lapsed' })).toEqual(['Fedir']);
    expect(await find({ group: 'lapsed_donors' })).toEqual(['Anna']);
    expect(await sorted({ group: 'donors' })).toEqual(['Anna', 'Borys']);
  });

  it('joins filters: months in the newsroom’s zone, sums, what won them, country, tier', async () => {
    expect(await find({ joined: '2026-02' })).toEqual(['Clara']);
    expect(await find({ joined: '2026-03', still: true })).toEqual(['Danylo']);
    expect(await find({ joined: '2026-05', still: false })).toEqual(['Fedir']);
    expect(await find({ givenIn: 'EUR', givenFrom: 3000, givenUntil: 3500 })).toEqual(['Borys']);
    expect(await find({ givenIn: 'USD', givenFrom: 0 })).toEqual([]);
    expect(await sorted({ articleId })).toEqual(['Anna', 'Borys']);
    expect(await find({ campaignId, firstGift: '2026-11' })).toEqual(['Borys']);
    expect(await find({ tier: 'friend', country: 'DE' })).toEqual(['Greta']);
    expect(await find({ tier: 'nothing' })).toEqual([]);
    await giveGrant(product.services, {
      ...{ actorId: idOf('Anna'), email: 'greta@facts.example', locale: 'en', tierSlug: 'friend' },
      ...{ reason: 'A friend of the house', startsAt: now, endsAt: null },
    });
    expect(await find({ group: 'granted' })).toEqual(['Greta']);
  });

  it('finds by every id of Stripe’s, whole, and by our own', async () => {
    for (const kind of ['ch', 'pi', 'in']) {
      const search = `${kind}_Borys20261101100000`;
      expect(await find({ search })).toEqual(['Borys']);
    }
    expect(await find({ search: 'cus_Borys' })).toEqual(['Borys']);
    expect(await find({ search: 'sub_Clara' })).toEqual(['Clara']);
    expect(await find({ search: idOf('Emma') })).toEqual(['Emma']);
    expect(await find({ search: 'pi_Borys' })).toEqual([]);
    expect(await find({ search: 'fe' })).toEqual(['Fedir']);
  });

  it('goes by last payment or by sum, page after page, everyone once', async () => {
    expect((await find({ sort: 'last_payment' })).slice(0, 2)).toEqual(['Borys', 'Anna']);
    expect(await find({ sort: 'given', givenIn: 'EUR' })).toEqual(['Anna', 'Borys']);
    for (const sort of ['last_payment', 'given'] as const) {
      const filter = { ...everySupporter, sort, givenIn: sort === 'given' ? 'EUR' : null };
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await listSupporters(product.services, {
          ...{ filter, timeZone, limit: 1 },
          after: parseSupporterCursor(after, sort),
        });
        seen.push(...page.supporters.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(sort === 'given' ? 2 : 7);
    }
  });
});

describe('the facts', () => {
  it('are those of a full recount after payments, a merge and an erasure, also at once', async () => {
    const { services } = product;
    const people = [...ids.values()];
    await Promise.all(
      [11, 12, 13].map((seed) => bookRandomPayments(services, { seed, people, articles: [null] })),
    );
    expect(await checkSupporterFacts(services)).toBe(0);
    const merged = await mergeSupporters(services, {
      ...{ keptId: idOf('Clara'), mergedId: idOf('Anna'), actorId: idOf('Borys') },
      reason: 'One person',
    });
    expect(merged.ok).toBe(true);
    expect(await checkSupporterFacts(services)).toBe(0);
    expect(await find({ search: 'anna@facts' })).toEqual([]);
    expect((await eraseSupporter(services, { supporterId: idOf('Borys'), locale: 'en' })).ok).toBe(
      true,
    );
    expect(await checkSupporterFacts(services)).toBe(0);
    const { columns, rows } = await exportSupporters(services, {
      ...{ filter: everySupporter, actorId: idOf('Clara') },
    });
    for await (const row of rows) {
      expect(row).toHaveLength(columns.length);
      expect(row.join()).not.toContain('erased:');
    }
  });

  it('are told wrong when somebody tampers with them, and are mended by a rebuild', async () => {
    const { services } = product;
    await services.database.pool.query('update supporter_facts set charges = charges + 1');
    await services.database.pool.query('delete from supporter_given');
    expect(await checkSupporterFacts(services)).toBeGreaterThan(0);
    await rebuildSupporterFacts(services);
    expect(await checkSupporterFacts(services)).toBe(0);
  });
});
