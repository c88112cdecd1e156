import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { tiers } from '../../../db/schema/memberships.ts';
import { money } from '../../../kernel/money.ts';
import { newId } from '../../../platform/ids.ts';
import { recordMovements } from '../../ledger/record-movements.server.ts';
import { moveMemberships } from '../../memberships/personal-data.server.ts';
import { inTransaction } from '../../ports/context.ts';
import { foldRollups } from '../../rollups/fold-rollups.server.ts';
import { findOrCreateSupporter } from '../../supporters/find-or-create-supporter.server.ts';
import { readRecurring } from '../read-recurring.server.ts';
import { movementKinds, totalMovement } from '../recurring-revenue.ts';
import { type ReportRange, parseRange, spanOf } from '../report-range.ts';
import { readRecurringReport } from './read-recurring-report.server.ts';
import { readRetentionReport } from './read-retention-report.server.ts';
import { recurringRows, retentionRows } from './recurring-rows.ts';
import { randomCurrencies, writeRandomMemberships } from './testing/write-random-memberships.ts';

const now = new Date('2026-11-22T16:30:00Z');
const timeZone = 'Europe/Kyiv';
const tierIds = [newId(), newId()] as const;
let product: TestProduct;

const rangeOf = (query: string): ReportRange =>
  parseRange(new URLSearchParams(query), { today: '2026-11-22', firstDay: '2025-06-01', timeZone });

/** Drawn once; among them a day, a week over the end of a month, and whole months. */
const ranges = [
  'from=2025-08-03&to=2026-02-17',
  'from=2026-03-29&to=2026-03-29',
  'from=2026-10-26&to=2026-11-01&compare=year',
  'from=2026-01-01&to=2026-06-30',
  'range=this_year&compare=none',
].map(rangeOf);

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  const people: string[] = [];
  for (let i = 0; i < 24; i += 1) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `patron${i}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  await services.db.insert(tiers).values(
    tierIds.map((id, rank) => ({
      ...{ id, slug: `figures-${rank}`, rank: 50 + rank, perks: [] },
      ...{ name: { en: `T${rank}`, uk: `Т${rank}` }, description: { en: '', uk: '' } },
    })),
  );
  const input = { people, tiers: tierIds, until: now };
  await writeRandomMemberships(services, { ...input, seed: 20_261_123, count: 120 });
  // Two people turn out to be one, and again two: who had a membership before has returned.
  for (const [from, to] of [
    [0, 1],
    [2, 3],
  ] as const) {
    await inTransaction(services, (tx) =>
      moveMemberships(tx, { fromId: people[from] ?? '', toId: people[to] ?? '' }),
    );
  }
  await foldRollups(services);
  await writeRandomMemberships(services, { ...input, seed: 77, count: 30 });
});
afterAll(() => product.close());

async function figure(query: SQL): Promise<number> {
  const { rows } = await product.services.db.execute<{ n: string | null }>(query);
  return Number(rows[0]?.n ?? 0);
}

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;
const moving = sql`c.kind in ('started', 'amount_changed', 'ended') and c.from_monthly_minor <> c.to_monthly_minor`;
const person = sql.raw('coalesce(m.supporter_id, m.id)');
/** Had the person of a change a membership that counted before it? */
const returned = sql`exists (select 1 from membership_changes e join memberships f on f.id = e.membership_id
  where coalesce(f.supporter_id, f.id) = ${person} and e.kind in ('started', 'amount_changed')
    and e.to_monthly_minor > 0 and e.at < c.at)`;
const movementIs = {
  new: sql`c.from_monthly_minor = 0 and not ${returned}`,
  reactivation: sql`c.from_monthly_minor = 0 and ${returned}`,
  expansion: sql`c.from_monthly_minor > 0 and c.to_monthly_minor > c.from_monthly_minor`,
  contraction: sql`c.to_monthly_minor > 0 and c.to_monthly_minor < c.from_monthly_minor`,
  churn: sql`c.to_monthly_minor = 0`,
};
const changes = (what: SQL, where: SQL) =>
  figure(sql`select ${what} as n from membership_changes c join memberships m on m.id = c.membership_id
    where ${moving} and ${where}`);
/** What a membership is worth at an instant is what its last change before it says. */
const levelAt = (what: SQL, where: SQL, instant: Date) =>
  figure(sql`select ${what} as n from memberships m join lateral (
    select c.to_monthly_minor as worth from membership_changes c
    where c.membership_id = m.id and ${moving} and c.at < ${at(instant)}
    order by c.at desc, c.id desc limit 1) l on l.worth > 0 where ${where}`);

describe('every figure of recurring revenue is a plain count over the changes', () => {
  it.each(ranges)('levels and movements, $from to $to', async (range) => {
    const report = await readRecurringReport(product.services, range);
    expect(report.currencies.map(({ currency }) => currency).sort()).toEqual(
      [...randomCurrencies].sort(),
    );
    const spans = [spanOf(range, timeZone)];
    if (range.before) spans.push(spanOf(range.before, timeZone));
    for (const told of report.currencies) {
      const inCurrency = sql`m.currency = ${told.currency}`;
      for (const [i, { from, until }] of spans.entries()) {
        const movements = i === 0 ? told.movements : told.movementsBefore;
        for (const kind of movementKinds) {
          const where = sql`${inCurrency} and c.at >= ${at(from)} and c.at < ${at(until)} and ${movementIs[kind]}`;
          expect(movements?.[kind], kind).toEqual({
            count: await changes(sql`count(*)`, where),
            amountMinor: await changes(sql`sum(c.to_monthly_minor - c.from_monthly_minor)`, where),
          });
        }
        expect(i === 0 ? told.end : told.before).toBe(
          await levelAt(sql`sum(l.worth)`, inCurrency, until),
        );
      }
      const { from, until } = spans[0] ?? spanOf(range, timeZone);
      expect(told.start).toBe(await levelAt(sql`sum(l.worth)`, inCurrency, from));
      expect(told.memberships).toBe(await levelAt(sql`count(*)`, inCurrency, until));
      expect(told.start + totalMovement(told.movements)).toBe(told.end);
      for (const step of told.steps) {
        expect(step.start + totalMovement(step.movements)).toBe(step.end);
        expect(step.end).toBe(
          await levelAt(sql`sum(l.worth)`, inCurrency, spanOf(step, timeZone).until),
        );
      }
    }
  });

  it.each(ranges)('tiers, failures and the overview’s summary, $from to $to', async (range) => {
    const report = await readRecurringReport(product.services, range);
    const { from, until } = spanOf(range, timeZone);
    const during = sql`c.at >= ${at(from)} and c.at < ${at(until)}`;
    expect(report.tiers.length).toBeGreaterThan(0);
    for (const tier of report.tiers) {
      const own = sql`m.tier_id = (select id from tiers where slug = ${tier.tierSlug})
        and m.interval = ${tier.interval} and m.currency = ${tier.currency}`;
      expect(tier).toMatchObject({
        standing: await levelAt(sql`count(*)`, own, until),
        amountMinor: await levelAt(sql`sum(l.worth)`, own, until),
        begun: await changes(sql`count(*)`, sql`${own} and ${during} and c.from_monthly_minor = 0`),
        ended: await changes(sql`count(*)`, sql`${own} and ${during} and c.to_monthly_minor = 0`),
      });
    }
    for (const { currency, failed, recovered, lost } of report.failures.currencies) {
      for (const [kind, told] of [
        ['payment_failed', failed],
        ['recovered', recovered],
      ] as const) {
        const where = sql`from membership_changes c where c.kind = ${kind} and c.currency = ${currency} and ${during}`;
        expect(told).toEqual({
          count: await figure(sql`select count(*) as n ${where}`),
          amountMinor: await figure(sql`select sum(c.to_monthly_minor) as n ${where}`),
        });
      }
      expect(lost.count).toBe(
        await changes(
          sql`count(*)`,
          sql`c.kind = 'ended' and m.ended_because = 'payment_failed' and c.currency = ${currency} and ${during}`,
        ),
      );
    }
    const summary = await readRecurring(product.services, {
      ...{ from, until },
      before: range.before ? spanOf(range.before, timeZone) : { from, until: from },
    });
    expect(summary.patrons.now).toBe(report.patrons.now);
    expect(summary.begun.now).toBe(report.begun.now);
    expect(summary.ended.now).toBe(report.ended.now);
    expect(summary.revenue.map(({ currency, end }) => [currency, end])).toEqual(
      report.currencies.map(({ currency, end }) => [currency, end]),
    );
    expect(Array.from(recurringRows(report)).length).toBeGreaterThan(10);
  });
});

describe('every figure of retention is a plain count over the changes', () => {
  /** People of whom a membership counts at an instant, each once. */
  const patronsAt = (instant: Date, where: SQL) =>
    levelAt(sql`count(distinct ${person})`, where, instant);
  const joinedIn = (month: string) =>
    sql`to_char((select min(e.at) from membership_changes e join memberships f on f.id = e.membership_id
      where coalesce(f.supporter_id, f.id) = ${person} and e.kind in ('started', 'amount_changed')
        and e.to_monthly_minor > 0) at time zone ${timeZone}::text, 'YYYY-MM') = ${month}`;
  const endOf = (month: string) => spanOf(rangeOf(`month=${month}`), timeZone).until;

  it.each(['people', 'EUR', 'JPY'])('cohorts by %s', async (measure) => {
    const report = await readRetentionReport(
      product.services,
      rangeOf('from=2026-01-01&to=2026-10-31'),
      measure,
    );
    expect(report.measure).toBe(measure);
    expect(report.cohorts.length).toBeGreaterThan(5);
    for (const { joined, size, left } of report.cohorts) {
      if (measure === 'people') {
        expect(size).toBe(
          await figure(
            sql`select count(distinct ${person}) as n from memberships m where ${joinedIn(joined)}`,
          ),
        );
      }
      // The month of joining, three months on, and the last.
      for (const after of new Set([0, Math.min(3, left.length - 1), left.length - 1])) {
        const [year = 0, number = 0] = joined.split('-').map(Number);
        const month = new Date(Date.UTC(year, number - 1 + after, 1)).toISOString().slice(0, 7);
        expect(left[after], `${joined} after ${after}`).toBe(
          measure === 'people'
            ? await patronsAt(endOf(month), joinedIn(joined))
            : await levelAt(
                sql`sum(l.worth)`,
                sql`${joinedIn(joined)} and m.currency = ${measure}`,
                endOf(month),
              ),
        );
      }
    }
  });

  it('churn by month, in people and money, and why they left', async () => {
    const range = rangeOf('from=2026-01-01&to=2026-10-31');
    const report = await readRetentionReport(product.services, range, null);
    expect(report.churn).toHaveLength(12);
    for (const { month, peopleAtStart, peopleLeft, currencies } of report.churn) {
      const { from, until } = spanOf(rangeOf(`month=${month}`), timeZone);
      const during = sql`c.at >= ${at(from)} and c.at < ${at(until)}`;
      expect(peopleAtStart).toBe(await patronsAt(from, sql`true`));
      // A person left as often as a change left them without any membership that counts.
      expect(peopleLeft).toBe(
        await changes(
          sql`count(*)`,
          sql`${during} and c.to_monthly_minor = 0 and not exists (
            select 1 from memberships o join lateral (
              select e.to_monthly_minor as worth from membership_changes e
              where e.membership_id = o.id and e.kind in ('started', 'amount_changed', 'ended')
                and e.from_monthly_minor <> e.to_monthly_minor and e.at <= c.at
              order by e.at desc, e.id desc limit 1) l on l.worth > 0
            where coalesce(o.supporter_id, o.id) = ${person})`,
        ),
      );
      for (const { currency, start, lost, expansion } of currencies) {
        const own = sql`m.currency = ${currency}`;
        const sum = (where: SQL) =>
          changes(
            sql`sum(c.to_monthly_minor - c.from_monthly_minor)`,
            sql`${own} and ${during} and ${where}`,
          );
        expect(start).toBe(await levelAt(sql`sum(l.worth)`, own, from));
        expect(0 - lost).toBe(await sum(sql`c.to_monthly_minor < c.from_monthly_minor`));
        expect(expansion).toBe(await sum(movementIs.expansion));
      }
    }
    const { from, until } = spanOf(range, timeZone);
    expect(report.reasons.length).toBeGreaterThan(5);
    for (const reason of report.reasons) {
      const isEnd = reason.endedBecause !== 'stopped';
      expect(reason.count).toBe(
        await changes(
          sql`count(*)`,
          sql`c.at >= ${at(from)} and c.at < ${at(until)} and c.to_monthly_minor = 0
            and m.currency = ${reason.currency} and (c.kind = 'ended') = ${isEnd}
            and (not ${isEnd} or (coalesce(m.ended_because, '') = ${reason.endedBecause}
              and coalesce(split_part(m.cancel_reason, ':', 1), '') = ${reason.cancelCode}))`,
        ),
      );
    }
    expect(Array.from(retentionRows(report)).length).toBeGreaterThan(100);
  });

  it('the lifetime value, from the net of the memberships’ payments', async () => {
    const { services } = product;
    await bookMembershipPayments();
    const { lifetime } = await readRetentionReport(services, rangeOf('month=2026-10'), null);
    expect(lifetime.months).toEqual({ first: '2025-11', last: '2026-10' });
    const months = Array.from({ length: 12 }, (_, i) =>
      new Date(Date.UTC(2025, 10 + i, 1)).toISOString().slice(0, 7),
    );
    const starts = months.map((month) => spanOf(rangeOf(`month=${month}`), timeZone).from);
    let peopleMonths = 0;
    for (const start of starts) peopleMonths += await patronsAt(start, sql`true`);
    expect(lifetime.peopleMonths).toBe(peopleMonths);
    expect(lifetime.values.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    for (const value of lifetime.values) {
      // JPY is settled in dollars, all else in euros.
      const own = value.currency === 'USD' ? sql`m.currency = 'JPY'` : sql`m.currency <> 'JPY'`;
      let membershipMonths = 0;
      for (const start of starts) membershipMonths += await levelAt(sql`count(*)`, own, start);
      const netMinor = await figure(sql`select sum(p.net_minor) as n from payments p
        where p.source = 'membership' and p.settlement_currency = ${value.currency}
          and p.occurred_at >= ${at(starts[0] ?? now)} and p.occurred_at < ${at(endOf('2026-10'))}`);
      expect(value).toMatchObject({ netMinor, membershipMonths, isMissing: null });
      const expected = (netMinor * peopleMonths) / (membershipMonths * lifetime.peopleLeft);
      expect(Math.abs((value.valueMinor ?? 0) - expected)).toBeLessThanOrEqual(0.5);
    }
  });
});

/** A charge a month for two years in each currency, each settled in one, and some of it given back. */
function bookMembershipPayments(): Promise<unknown> {
  const movements = randomCurrencies.flatMap((currency) =>
    Array.from({ length: 24 }, (_, i) => {
      const at = new Date(Date.UTC(2025, i, 3, 12));
      const settledIn = currency === 'JPY' ? 'USD' : 'EUR';
      const isRefund = i % 6 === 5;
      const sign = isRefund ? -1 : 1;
      return {
        source: {
          ...{ source: 'membership' as const, sourceId: newId(), supporterId: null },
          ...{ articleId: null, askId: null, campaignId: null },
        },
        charge: {
          ...{ chargeId: `ch_${currency}_${i}`, paymentIntentId: null, invoiceId: null },
          ...{ country: null, periodEnd: null },
        },
        movement: {
          kind: isRefund ? ('refund' as const) : ('charge' as const),
          stripeObjectId: `obj_${currency}_${i}`,
          amount: money(sign * 90_000, currency),
          occurredAt: at,
          settlement: {
            ...{ at, balanceTransactionId: `txn_${currency}_${i}`, exchangeRate: null },
            gross: money(sign * (30_000 + i), settledIn),
            fee: money(isRefund ? 0 : 900, settledIn),
            net: money(sign * (30_000 + i) - (isRefund ? 0 : 900), settledIn),
          },
        },
      };
    }),
  );
  return inTransaction(product.services, (tx) => recordMovements(tx, movements));
}
