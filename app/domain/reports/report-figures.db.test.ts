import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { eraseSupporter } from '../privacy/erase-supporter.server.ts';
import { mergeSupporters } from '../privacy/merge-supporters.server.ts';
import { foldRollups } from '../rollups/fold-rollups.server.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../supporters/grant-role.server.ts';
import type { IncomeLines } from './income.ts';
import { readRange, readSupporterReport } from './read-supporter-report.server.ts';
import { type DaySpan, shiftDay, spanOf } from './report-range.ts';
import type { SupporterReport } from './supporter-report.ts';
import { bookRandomPayments } from './testing/book-random-payments.ts';

const now = new Date('2026-11-22T16:30:00Z');
const kyiv = 'Europe/Kyiv';
let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  const people: string[] = [];
  for (let i = 0; i < 14; i += 1) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `reader${i}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  const [actorId = '', keptId = '', mergedId = '', erasedId = ''] = people;
  await grantRole(services, { actorId: null, supporterId: actorId, role: 'owner' });
  await bookRandomPayments(services, { seed: 20_261_122, people, articles: [null] });
  await mergeSupporters(services, { keptId, mergedId, reason: 'the same person', actorId });
  await foldRollups(services);
  await bookRandomPayments(services, {
    ...{ seed: 7, articles: [null] },
    // Somebody who can't be told: each of their gifts counts by itself.
    people: [...people.slice(4), ''].map((id) => (id === '' ? null : id)) as string[],
  });
  const erased = await eraseSupporter(services, { supporterId: erasedId, locale: 'en' });
  expect(erased.ok).toBe(true);
  entries = await readLedger();
  expect(entries.length).toBeGreaterThan(1_000);
});
afterAll(() => product.close());

/** Five stretches that a seed decides, each compared as it may be. */
const queries = fc.sample(
  fc
    .record({
      from: fc.integer({ min: 0, max: 98 }),
      days: fc.integer({ min: 0, max: 75 }),
      compare: fc.constantFrom('previous', 'year', 'none'),
    })
    .map(
      ({ from, days, compare }) =>
        `from=${shiftDay('2026-08-14', from)}&to=${shiftDay('2026-08-14', from + days)}&compare=${compare}`,
    ),
  { numRuns: 5, seed: 5 },
);
const asked = [...queries, 'range=all', 'range=this_month', 'range=last_90', 'month=2026-10'];

async function read(query: string): Promise<SupporterReport> {
  const { services } = product;
  return readSupporterReport(services, await readRange(services, new URLSearchParams(query)));
}

interface Sought {
  account: string;
  currency: string;
  kinds: readonly string[];
  source: 'once' | 'recurring' | 'any';
  days: DaySpan;
  fact: 'movement' | 'settlement';
}

/** The ledger's entries of payments, each with the movement it belongs to. */
interface LedgerEntry {
  at: number;
  is_settlement: boolean;
  account: string;
  currency: string;
  amount: number;
  kind: string;
  is_recurring: boolean;
}
let entries: LedgerEntry[] = [];

async function readLedger(): Promise<LedgerEntry[]> {
  const { rows } = await product.services.db.execute<
    Omit<LedgerEntry, 'at' | 'amount'> & { at: string; amount: string }
  >(sql`
    select extract(epoch from t.occurred_at) * 1000 as at, t.fact = 'settlement' as is_settlement,
      e.account, e.currency, e.amount_minor as amount, m.fact as kind,
      exists (select 1 from ledger_entries i where i.transaction_id = m.id and i.account = 'membership_income') as is_recurring
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    join ledger_transactions m on m.payment_id = t.payment_id and m.fact <> 'settlement'`);
  return rows.map((row) => ({ ...row, at: Number(row.at), amount: Number(row.amount) }));
}

/** One figure, straight from the ledger's entries: nothing of the report's own queries is used. */
function ledgerSum({ account, currency, kinds, source, days, fact }: Sought): number {
  const span = spanOf(days, kyiv);
  return entries
    .filter(
      (entry) =>
        entry.account === account &&
        entry.currency === currency &&
        entry.at >= span.from.getTime() &&
        entry.at < span.until.getTime() &&
        entry.is_settlement === (fact === 'settlement') &&
        kinds.includes(entry.kind) &&
        (source === 'any' || entry.is_recurring === (source === 'recurring')),
    )
    .reduce((sum, { amount }) => sum + amount, 0);
}

const every = ['charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal'];

function ledgerLines(currency: string, days: DaySpan): Omit<IncomeLines, 'charges'> {
  const settled = (kinds: string[], source: Sought['source'], account = 'stripe_clearing') =>
    ledgerSum({ account, currency, kinds, source, days, fact: 'settlement' });
  // What settles leaves the clearing account: a credit, so the other way round. Adding to 0 keeps -0 out.
  const gross = (kinds: string[], source: Sought['source']) => 0 - settled(kinds, source);
  return {
    once: gross(['charge'], 'once'),
    recurring: gross(['charge'], 'recurring'),
    refunds: gross(['refund', 'refund_failure'], 'any'),
    disputes: gross(['dispute', 'dispute_reversal'], 'any'),
    fees: settled(every, 'any', 'stripe_fees'),
    net: settled(every, 'any', 'stripe_balance'),
  };
}

/** Charges of some days with who paid them, one by one. */
async function charges(days: DaySpan) {
  const { from, until } = spanOf(days, kyiv);
  const { rows } = await product.services.db.execute<{
    person: string;
    source: string;
    currency: string;
    amount: string;
    earlier: number;
  }>(sql`
    select coalesce(p.supporter_id, p.source_id) as person, p.source, p.currency, p.amount_minor as amount,
      (select count(*)::int from payments q where q.kind = 'charge' and q.source <> 'membership'
        and coalesce(q.supporter_id, q.source_id) = coalesce(p.supporter_id, p.source_id)
        and q.occurred_at < ${from.toISOString()}::timestamptz) as earlier
    from payments p where p.kind = 'charge'
      and p.occurred_at >= ${from.toISOString()}::timestamptz
      and p.occurred_at < ${until.toISOString()}::timestamptz`);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

describe.each(asked)('every figure of the report is the ledger’s: %s', (query) => {
  it('each line in each settlement currency, now and before', async () => {
    const report = await read(query);
    const { range } = report;
    const currencies = report.settled.map(({ currency }) => currency);
    for (const currency of ['EUR', 'USD'] as const) {
      const shown = report.settled.find((income) => income.currency === currency);
      const lines = ledgerLines(currency, range);
      if (shown) expect(shown.now).toMatchObject(lines);
      else expect(new Set(Object.values(lines))).toEqual(new Set([0]));
      if (range.before) {
        const before = ledgerLines(currency, range.before);
        if (shown) expect(shown.before).toMatchObject(before);
      }
    }
    expect(currencies.length).toBeGreaterThan(0);
  });

  it('each currency as charged, settled or not', async () => {
    const report = await read(query);
    for (const { currency, once, recurring, refunds, disputes, charges: count } of report.charged) {
      const moved = (kinds: string[], source: Sought['source']) =>
        ledgerSum({
          account: 'stripe_clearing',
          ...{ currency, kinds, source, days: report.range, fact: 'movement' as const },
        });
      expect(once).toBe(moved(['charge'], 'once'));
      expect(recurring).toBe(moved(['charge'], 'recurring'));
      expect(refunds).toBe(moved(['refund', 'refund_failure'], 'any'));
      expect(disputes).toBe(moved(['dispute', 'dispute_reversal'], 'any'));
      expect(count).toBe(
        (await charges(report.range)).filter((charge) => charge.currency === currency).length,
      );
    }
  });

  it('each column of the chart', async () => {
    const report = await read(query);
    for (const { currency, steps } of report.history) {
      expect(steps.at(0)?.from).toBe(report.range.from);
      expect(steps.at(-1)?.to).toBe(report.range.to);
      for (const { from, to, once, recurring, net } of steps) {
        const lines = ledgerLines(currency, { from, to });
        expect({ once, recurring, net }).toEqual({
          once: lines.once,
          recurring: lines.recurring,
          net: lines.net,
        });
      }
    }
  });

  it('what waits is what the ledger has no settlement for', async () => {
    const report = await read(query);
    const { from, until } = spanOf(report.range, kyiv);
    const { rows } = await product.services.db.execute<{
      currency: string;
      count: string;
      total: string;
    }>(sql`
      select e.currency, count(*) as count, sum(e.amount_minor) as total
      from ledger_transactions t join ledger_entries e on e.transaction_id = t.id and e.account = 'stripe_clearing'
      where t.fact <> 'settlement' and t.occurred_at >= ${from.toISOString()}::timestamptz
        and t.occurred_at < ${until.toISOString()}::timestamptz
        and not exists (select 1 from ledger_transactions s where s.payment_id = t.payment_id and s.fact = 'settlement')
      group by e.currency order by e.currency`);
    expect(report.waiting).toEqual(
      rows.map((row) => ({
        currency: row.currency,
        count: Number(row.count),
        amountMinor: Number(row.total),
      })),
    );
  });

  it('people, each once, and who of them is new', async () => {
    const report = await read(query);
    const { before } = report.range;
    const found = await charges(report.range);
    const once = found.filter(({ source }) => source !== 'membership');
    const peopleIn = (rows: typeof found) => new Set(rows.map(({ person }) => person)).size;
    expect(report.donors.now).toBe(peopleIn(once));
    expect(report.newDonors.now).toBe(peopleIn(once.filter(({ earlier }) => earlier === 0)));
    expect(report.givers.now).toBe(peopleIn(found));
    const earlier = before ? await charges(before) : [];
    expect(report.donors.before).toBe(
      peopleIn(earlier.filter(({ source }) => source !== 'membership')),
    );
    expect(report.givers.before).toBe(peopleIn(earlier));
  });

  it('the size of a gift, on average and in the middle', async () => {
    const report = await read(query);
    const found = await charges(report.range);
    for (const { now: size } of report.sizes) {
      const amounts = found
        .filter(
          ({ currency, source }) =>
            currency === size.currency &&
            (source === 'membership') === (size.source === 'recurring'),
        )
        .map(({ amount }) => amount)
        .sort((a, b) => a - b);
      const middle = amounts.length / 2;
      const median =
        ((amounts[Math.ceil(middle) - 1] ?? 0) + (amounts[Math.floor(middle)] ?? 0)) / 2;
      expect(size).toMatchObject({
        count: amounts.length,
        averageMinor: Math.round(amounts.reduce((sum, one) => sum + one, 0) / amounts.length),
        medianMinor: Math.round(median),
      });
    }
    expect(report.sizes.reduce((sum, { now: size }) => sum + size.count, 0)).toBe(found.length);
  });
});

describe('the report', () => {
  it('is of three currencies, settled in two, with what waits, and of people who are in it twice', async () => {
    const report = await read('range=all');
    expect(report.charged.map(({ currency }) => currency).sort()).toEqual(['EUR', 'JPY', 'UAH']);
    expect(report.settled.map(({ currency }) => currency).sort()).toEqual(['EUR', 'USD']);
    expect(report.waiting.length).toBeGreaterThan(0);
    expect(report.newDonors.now).toBe(report.donors.now);
    expect((await read('range=this_month')).newDonors.now).toBeLessThan(report.donors.now);
  });

  it('asks the database as often for many payments as for none', async () => {
    const pool = product.services.database.pool;
    let connections = 0;
    pool.on('acquire', () => {
      connections += 1;
    });
    const count = async (query: string) => {
      connections = 0;
      await read(query);
      return connections;
    };
    expect(await count('month=2026-10')).toBe(await count('month=2019-01'));
    expect(connections).toBeLessThanOrEqual(20);
  });
});
