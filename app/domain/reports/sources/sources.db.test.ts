import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { listPayments } from '../list-payments.server.ts';
import {
  type PaymentFilter,
  everyPayment,
  parsePaymentFilter,
  paymentQuery,
} from '../payment-filter.ts';
import { readRange, readSupporterReport } from '../read-supporter-report.server.ts';
import { type DaySpan, shiftDay, spanOf } from '../report-range.ts';
import { sumPayments } from '../sum-payments.server.ts';
import { readKeptSums } from './read-kept-sums.server.ts';
import { readSources } from './read-sources.server.ts';
import { type SourceDimension, filterOfKey, sourceDimensions } from './source.ts';
import { sourceTable } from './source-rows.server.ts';
import { bookSources, newsroomNow } from './testing/book-sources.ts';

const timeZone = 'Europe/Kyiv';
let product: TestProduct;

/** Every payment with what it is credited to, read row by row: nothing of the report's queries is used. */
interface Told {
  at: number;
  kind: string;
  settled: string | null;
  gross: number;
  fee: number;
  keys: Record<SourceDimension, string[]>;
}
let told: Told[] = [];

beforeAll(async () => {
  product = await createTestProduct({
    checksConformance: false,
    clock: { now: () => newsroomNow },
  });
  await bookSources(product.services, 11);
  told = await tellAll();
});
afterAll(() => product.close());

async function tellAll(): Promise<Told[]> {
  const { rows } = await product.services.db.execute<Record<string, string | null>>(sql`
    select extract(epoch from p.occurred_at) * 1000 as at, p.kind, p.settlement_currency as settled,
      p.settlement_gross_minor as gross, p.fee_minor as fee, p.article_id, p.ask_id, p.campaign_id,
      p.country, p.currency, a.section_slug, p.stripe_charge_id as charge, p.id,
      coalesce(p.supporter_id, p.source_id) as person,
      (select string_agg(author_slug, ' ') from article_authors w where w.article_id = p.article_id) as authors,
      coalesce(d.ask_variant, m.ask_variant, g.ask_variant) as variant,
      coalesce(d.utm_source, m.utm_source, g.utm_source) as utm,
      coalesce(d.referrer_host, m.referrer_host, g.referrer_host) as host,
      coalesce(m.tier_id, g.tier_id) as tier
    from payments p left join articles a on a.id = p.article_id
      left join donations d on p.source = 'donation' and d.id = p.source_id
      left join memberships m on p.source = 'membership' and m.id = p.source_id
      left join gifts g on p.source = 'gift' and g.id = p.source_id`);
  const firsts = new Map<unknown, (typeof rows)[number]>();
  const order = (row: (typeof rows)[number]) =>
    `${(row['at'] ?? '').padStart(24, '0')} ${row['id']}`;
  for (const row of rows.filter(({ kind }) => kind === 'charge')) {
    const known = firsts.get(row['person']);
    if (!known || order(row) < order(known)) firsts.set(row['person'], row);
  }
  return rows.map((row) => ({
    at: Number(row['at']),
    kind: row['kind'] ?? '',
    settled: row['settled'] ?? null,
    gross: Number(row['gross'] ?? 0),
    fee: Number(row['fee'] ?? 0),
    keys: {
      article: [row['article_id'] ?? ''],
      section: [row['section_slug'] ?? ''],
      author: row['authors']?.split(' ') ?? [''],
      ask: [row['ask_id'] ? `${row['ask_id']}/${row['variant'] ?? ''}` : ''],
      campaign: [row['campaign_id'] ?? ''],
      country: [row['country'] ?? ''],
      currency: [row['currency'] ?? ''],
      tier: [row['tier'] ?? ''],
      standing: [firsts.get(row['person'])?.['charge'] === row['charge'] ? 'new' : 'returning'],
      referrer: [row['utm'] ? `utm:${row['utm']}` : (row['host'] ?? '')],
    },
  }));
}

function figuresOf(by: SourceDimension, key: string, currency: string, days: DaySpan) {
  const { from, until } = spanOf(days, timeZone);
  const own = told.filter(
    (row) =>
      row.settled === currency &&
      row.keys[by].includes(key) &&
      row.at >= from.getTime() &&
      row.at < until.getTime(),
  );
  const charges = own.filter(({ kind }) => kind === 'charge');
  const sum = (rows: Told[], of: 'gross' | 'fee') => rows.reduce((all, row) => all + row[of], 0);
  const gross = sum(charges, 'gross');
  const returned = sum(own, 'gross') - gross;
  const fees = sum(own, 'fee');
  return { charges: charges.length, gross, returned, fees, net: gross + returned - fees };
}

/** Ranges that a seed decides; some of them longer than two years. */
const queries = fc.sample(
  fc
    .record({
      from: fc.nat(900),
      days: fc.oneof(fc.nat(40), fc.nat(900)),
      compare: fc.constantFrom('previous', 'year', 'none'),
    })
    .map(
      ({ from, days, compare }) =>
        `from=${shiftDay('2024-01-20', from)}&to=${shiftDay('2024-01-20', from + days)}&compare=${compare}`,
    ),
  { numRuns: 5, seed: 3 },
);
const asked = [...queries, 'range=all', 'range=this_year'];

async function read(query: string, by: SourceDimension, settledIn: string | null, limit = 200) {
  const { services } = product;
  const range = await readRange(services, new URLSearchParams(query));
  const report = await readSources(services, {
    question: { by, settledIn, sort: 'gross', page: 1 },
    ...{ days: range, locale: 'en' as const, limit },
  });
  return { range, report };
}

describe.each(asked)('each figure is that of the payments: %s', (query) => {
  it.each(sourceDimensions)('by %s', async (by) => {
    const { report: any } = await read(query, by, null);
    expect(any.currencies.length).toBeGreaterThan(0);
    for (const currency of any.currencies) {
      const { range, report } = await read(query, by, currency);
      const { before } = range;
      const all = new Set(told.flatMap((row) => row.keys[by]));
      const shown = new Map(report.rows.map((row) => [row.key, row]));
      for (const key of all) {
        const figures = figuresOf(by, key, currency, range);
        const then = before ? figuresOf(by, key, currency, before).net : 0;
        const {
          charges,
          gross,
          returned,
          fees,
          net,
          before: was,
        } = shown.get(key) ?? {
          ...{ charges: 0, gross: 0, returned: 0, fees: 0, net: 0, before: 0 },
        };
        expect({ charges, gross, returned, fees, net, was }).toEqual({ ...figures, was: then });
      }
      if (by !== 'author') {
        expect(report.rows.reduce((sum, { net }) => sum + net, 0)).toBe(report.total.net);
        expect(report.rows.reduce((sum, { before: b }) => sum + b, 0)).toBe(report.total.before);
      }
    }
  });

  it.each(sourceDimensions)('by %s, each link leads to payments of that sum', async (by) => {
    const { range, report } = await read(query, by, null);
    for (const row of report.rows) {
      for (const kind of ['charges', 'returns', null] as const) {
        const { sums, kept, listed } = await follow({
          ...{ from: range.from, to: range.to, kind, settledIn: report.currency },
          ...filterOfKey(by, row.key),
        });
        const gross =
          kind === 'charges'
            ? row.gross
            : kind === 'returns'
              ? row.returned
              : row.gross + row.returned;
        expect(sums.gross).toBe(gross);
        if (kind === null) expect([sums.fee, sums.net]).toEqual([row.fees, row.net]);
        if (kind === 'charges') expect(sums.count).toBe(row.charges);
        expect(listed).toBe(sums.count);
        // What a list past its bound tells is the same.
        if (by !== 'currency') expect(kept).toEqual(sums);
      }
    }
  });
});

/** What a link shows at its end, after its way through an address. */
async function follow(wanted: Partial<PaymentFilter>) {
  const { services } = product;
  const filter = parsePaymentFilter(new URLSearchParams(paymentQuery(wanted)));
  expect(filter).toEqual({ ...everyPayment, ...wanted });
  const sums = (await sumPayments(services, { filter, timeZone })) ?? [];
  const page = await listPayments(services, { filter, timeZone, after: null, limit: 5_000 });
  const days = { from: filter.from ?? '', to: filter.to ?? '' };
  const kept = (await readKeptSums(services, filter, days)) ?? [];
  const add = (rows: typeof sums) => ({
    count: rows.reduce((all, { count }) => all + count, 0),
    gross: rows.reduce((all, row) => all + (row.settlement?.gross.amountMinor ?? 0), 0),
    fee: rows.reduce((all, row) => all + (row.settlement?.fee.amountMinor ?? 0), 0),
    net: rows.reduce((all, row) => all + (row.settlement?.net.amountMinor ?? 0), 0),
  });
  return { sums: add(sums), kept: add(kept), listed: page.payments.length };
}

describe.each(asked)('each link of the overview leads to payments of its figure: %s', (query) => {
  it('lines, currencies, new donors, articles, what waits', async () => {
    const { services } = product;
    const range = await readRange(services, new URLSearchParams(query));
    const report = await readSupporterReport(services, range);
    const days = { from: range.from, to: range.to };
    for (const { currency, now } of report.settled) {
      const at = (filter: Partial<PaymentFilter>) =>
        follow({ ...days, settledIn: currency, ...filter });
      expect((await at({ kind: 'charges', source: 'once' })).sums.gross).toBe(now.once);
      expect((await at({ kind: 'charges', source: 'recurring' })).sums.gross).toBe(now.recurring);
      expect((await at({ kind: 'refunds' })).sums.gross).toBe(now.refunds);
      expect((await at({ kind: 'disputes' })).sums.gross).toBe(now.disputes);
      const all = await at({});
      expect([all.sums.fee, all.sums.net]).toEqual([now.fees, now.net]);
      expect(all.listed).toBe(all.sums.count);
    }
    for (const { currency, charges } of report.charged) {
      const { sums, listed } = await follow({ ...days, currency, kind: 'charges' });
      expect([sums.count, listed]).toEqual([charges, charges]);
    }
    const first = await follow({ ...days, source: 'once', kind: 'charges', isFirst: true });
    expect([first.sums.count, first.listed]).toEqual([report.newDonors.now, report.newDonors.now]);
    for (const { currency, count } of report.waiting) {
      expect((await follow({ ...days, currency, isWaiting: true })).listed).toBe(count);
    }
    for (const { articleId, gifts, support } of report.articles) {
      const { listed } = await follow({ ...days, kind: 'charges', articleId });
      expect(listed).toBe(gifts);
      for (const { amountMinor, currency } of support) {
        const { sums } = await follow({ ...days, articleId, settledIn: currency });
        expect(sums.gross).toBe(amountMinor);
      }
    }
  });
});

it('sorts by every column, and by pages shows each row once', async () => {
  const { services } = product;
  const range = await readRange(services, new URLSearchParams('range=all'));
  for (const sort of ['charges', 'gross', 'returned', 'fees', 'net', 'before', 'name'] as const) {
    const keys: string[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const report = await readSources(services, {
        question: { by: 'article', settledIn: 'EUR', sort, page },
        ...{ days: range, locale: 'en' as const, limit: 2 },
      });
      if (sort === 'gross' || sort === 'charges') {
        const values = report.rows.map((row) => row[sort]);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }
      keys.push(...report.rows.map(({ key }) => key));
      more = report.hasMore;
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3);
  }
});

it('a file holds every row of every currency, and no cell that is a formula', async () => {
  const { services } = product;
  const range = await readRange(services, new URLSearchParams('range=all'));
  const { columns, rows } = sourceTable(services, { by: 'referrer', range, locale: 'en' });
  const found: string[][] = [];
  for await (const row of rows) found.push([...row]);
  const net = new Map<string, number>();
  for (const row of found) {
    const currency = row[columns.indexOf('settlement_currency')] ?? '';
    const minor = Math.round(Number(row[columns.indexOf('net')]) * 100);
    net.set(currency, (net.get(currency) ?? 0) + minor);
    expect(row[columns.indexOf('key')]).not.toMatch(/^[=+@]/);
  }
  for (const currency of ['EUR', 'USD']) {
    const { report } = await read('range=all', 'referrer', currency);
    expect(net.get(currency)).toBe(report.total.net);
  }
  expect(found.some((row) => row.includes("'=cmd.example"))).toBe(true);
});
