import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import type { IncomeLines } from './income.ts';
import { sumPayments } from './list-payments.server.ts';
import { type PaymentFilter, everyPayment } from './payment-filter.ts';
import { readSupporterReport } from './read-supporter-report.server.ts';
import { startOfMonth } from './report-month.ts';
import type { SupporterReport } from './supporter-report.ts';
import { bookRandomPayments } from './testing/book-random-payments.ts';

const now = new Date('2026-11-22T16:30:00Z');
const kyiv = 'Europe/Kyiv';
let product: TestProduct;
let report: SupporterReport;

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const people: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    const { supporterId } = await findOrCreateSupporter(product.services, {
      email: `reader${i}@example.org`,
      name: null,
      locale: 'en',
      country: null,
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  await bookRandomPayments(product.services, { seed: 20_261_122, people, articles: [null] });
  report = await readSupporterReport(product.services, { month: null });
});
afterAll(() => product.close());

/** One figure, straight from the ledger's entries: nothing of the report's own queries is used. */
async function ledgerSum(input: {
  account: string;
  currency: string;
  kinds: readonly string[];
  source: 'once' | 'recurring' | 'any';
  from: Date;
  until: Date;
  fact: 'movement' | 'settlement';
}): Promise<number> {
  const kinds = sql.join(
    input.kinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const income = sql.raw(
    { once: `'donation_income', 'gift_income'`, recurring: `'membership_income'`, any: `''` }[
      input.source
    ],
  );
  const { rows } = await product.services.db.execute<{ total: string }>(sql`
    select coalesce(sum(e.amount_minor), 0) as total
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    where e.account = ${input.account} and e.currency = ${input.currency}
      and t.occurred_at >= ${input.from.toISOString()}::timestamptz
      and t.occurred_at < ${input.until.toISOString()}::timestamptz
      and (t.fact = 'settlement') = ${input.fact === 'settlement'}
      and exists (
        select 1 from ledger_transactions m
        where m.payment_id = t.payment_id and m.fact in (${kinds})
          and (${input.source} = 'any' or exists (
            select 1 from ledger_entries i where i.transaction_id = m.id and i.account in (${income}))))
  `);
  return Number(rows[0]?.total);
}

async function ledgerLines(
  currency: string,
  from: Date,
  until: Date,
): Promise<Omit<IncomeLines, 'charges'>> {
  const all = ['charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal'];
  const settled = (
    kinds: string[],
    source: 'once' | 'recurring' | 'any',
    account = 'stripe_clearing',
  ) => ledgerSum({ account, currency, kinds, source, from, until, fact: 'settlement' });
  // What settles leaves the clearing account: a credit, so the other way round. Adding to 0 keeps -0 out.
  const gross = async (kinds: string[], source: 'once' | 'recurring' | 'any') =>
    0 - (await settled(kinds, source));
  return {
    once: await gross(['charge'], 'once'),
    recurring: await gross(['charge'], 'recurring'),
    refunds: await gross(['refund', 'refund_failure'], 'any'),
    disputes: await gross(['dispute', 'dispute_reversal'], 'any'),
    fees: await settled(all, 'any', 'stripe_fees'),
    net: await settled(all, 'any', 'stripe_balance'),
  };
}

describe('every figure of the report is the ledger’s', () => {
  it('each line in each settlement currency, now and before', async () => {
    expect(report.settled.map(({ currency }) => currency).sort()).toEqual(['EUR', 'USD']);
    const { period } = report;
    for (const { currency, now: current, before } of report.settled) {
      expect(current).toMatchObject(await ledgerLines(currency, period.from, period.until));
      expect(before).toMatchObject(
        await ledgerLines(currency, period.before.from, period.before.until),
      );
      expect(current.net).not.toBe(0);
    }
  });

  it('each currency as charged, settled or not', async () => {
    const { from, until } = report.period;
    expect(report.charged.map(({ currency }) => currency).sort()).toEqual(['EUR', 'JPY', 'UAH']);
    for (const { currency, once, recurring, refunds, disputes } of report.charged) {
      const moved = (kinds: string[], source: 'once' | 'recurring' | 'any') =>
        ledgerSum({
          account: 'stripe_clearing',
          currency,
          kinds,
          source,
          from,
          until,
          fact: 'movement',
        });
      expect(once).toBe(await moved(['charge'], 'once'));
      expect(recurring).toBe(await moved(['charge'], 'recurring'));
      expect(refunds).toBe(await moved(['refund', 'refund_failure'], 'any'));
      expect(disputes).toBe(await moved(['dispute', 'dispute_reversal'], 'any'));
    }
  });

  it('each month of the chart', async () => {
    for (const { currency, months } of report.history) {
      expect(months).toHaveLength(24);
      for (const [i, month] of months.entries()) {
        const next = months[i + 1]?.month;
        const until = next ? startOfMonth(next, kyiv) : report.period.until;
        const { once, recurring, net } = await ledgerLines(
          currency,
          startOfMonth(month.month, kyiv),
          until,
        );
        expect(month).toEqual({ month: month.month, once, recurring, net });
      }
    }
  });

  it('what waits is what the ledger has no settlement for', async () => {
    const { from, until } = report.period;
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
    expect(report.waiting.length).toBeGreaterThan(0);
    expect(report.waiting).toEqual(
      rows.map((row) => ({
        currency: row.currency,
        count: Number(row.count),
        amountMinor: Number(row.total),
      })),
    );
  });
});

describe('a figure and the list behind it', () => {
  it('say the same for every line, of this month and of the days it is compared with', async () => {
    const { period } = report;
    const filters: [keyof IncomeLines, Partial<PaymentFilter>][] = [
      ['once', { source: 'once', kind: 'charges' }],
      ['recurring', { source: 'recurring', kind: 'charges' }],
      ['refunds', { kind: 'refunds' }],
      ['disputes', { kind: 'disputes' }],
      ['net', {}],
    ];
    for (const income of report.settled) {
      for (const [line, filter] of filters) {
        for (const isBefore of [false, true]) {
          const sums = await sumPayments(product.services, {
            timeZone: kyiv,
            filter: {
              ...everyPayment,
              ...filter,
              settledIn: income.currency,
              month: isBefore ? period.before.month : period.month,
              until: isBefore ? period.before.until : period.until,
            },
          });
          const shown = sums.reduce(
            (sum, row) =>
              sum + (row.settlement?.[line === 'net' ? 'net' : 'gross'].amountMinor ?? 0),
            0,
          );
          expect(shown, `${line} ${income.currency} ${String(isBefore)}`).toBe(
            (isBefore ? income.before : income.now)[line],
          );
        }
      }
    }
  });
});

describe('the report asks the database', () => {
  it('as often for many payments as for none', async () => {
    const pool = product.services.database.pool;
    let asked = 0;
    pool.on('acquire', () => {
      asked += 1;
    });
    const count = async (month: string) => {
      asked = 0;
      await readSupporterReport(product.services, { month });
      return asked;
    };
    expect(await count('2026-10')).toBe(await count('2019-01'));
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(8);
  });
});
