import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { auditEntries } from '../../../db/schema/supporters.ts';
import { tiers } from '../../../db/schema/memberships.ts';
import { newId } from '../../../platform/ids.ts';
import { findOrCreateSupporter } from '../../supporters/find-or-create-supporter.server.ts';
import { type Cursor, parseCursor } from '../cursor.ts';
import { movementKinds } from '../recurring-revenue.ts';
import { shiftMonth } from '../report-month.ts';
import { type DaySpan, parseRange, wholeMonth } from '../report-range.ts';
import {
  type ChangeFilter,
  changeQuery,
  changesPath,
  standingPath,
  everyChange,
  parseChangeFilter,
} from './change-filter.ts';
import { readRange } from '../read-supporter-report.server.ts';
import { listStanding, parseStandingFilter, sumStanding } from './list-standing.server.ts';
import { exportChanges } from './export-changes.server.ts';
import { listChanges, sumChanges } from './list-changes.server.ts';
import { countCohort, listCohort } from './list-cohort.server.ts';
import { readRecurringReport } from './read-recurring-report.server.ts';
import { readRetentionReport } from './read-retention-report.server.ts';
import { writeRandomMemberships } from './testing/write-random-memberships.ts';

const now = new Date('2026-11-22T16:30:00Z');
const timeZone = 'Europe/Kyiv';
let product: TestProduct;

const rangeOf = (query: string) =>
  parseRange(new URLSearchParams(query), { today: '2026-11-22', firstDay: '2025-06-01', timeZone });
const ranges = [
  'from=2025-08-03&to=2026-02-17',
  'from=2026-10-26&to=2026-11-01',
  'range=this_month',
  'range=all',
].map(rangeOf);

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  const people: string[] = [];
  // Fewer people than lives: several memberships of one, and some of nobody.
  for (let i = 0; i < 24; i += 1) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `patron${i}@drill.example`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  const tierIds = [newId(), newId()] as const;
  await services.db.insert(tiers).values(
    tierIds.map((id, rank) => ({
      ...{ id, slug: `drill-${rank}`, rank: 50 + rank, perks: [] },
      ...{ name: { en: `T${rank}`, uk: `Т${rank}` }, description: { en: '', uk: '' } },
    })),
  );
  await writeRandomMemberships(services, {
    ...{ people, tiers: tierIds, until: now, seed: 35, count: 140 },
  });
});
afterAll(() => product.close());

/** Follows a link to its list, page after page. */
async function follow(path: string) {
  const [page = '', text = ''] = path.split('?');
  expect(page).toBe('/admin/recurring/changes');
  const filter = parseChangeFilter(new URLSearchParams(text));
  expect(changeQuery(filter)).toBe(`?${text}`);
  const amounts: number[] = [];
  let after: Cursor | null = null;
  do {
    const { changes, next } = await listChanges(product.services, {
      ...{ filter, timeZone, after, limit: 7 },
    });
    for (const { did, from, to } of changes) {
      if (filter.of && !['begun', 'less', 'left', 'lost'].includes(filter.of))
        expect(did).toBe(filter.of);
      const isTrouble = did === 'failed' || did === 'recovered';
      amounts.push(
        isTrouble
          ? to.amountMinor
          : filter.of === 'lost'
            ? from.amountMinor
            : to.amountMinor - from.amountMinor,
      );
    }
    after = parseCursor(next);
  } while (after);
  const sums = await sumChanges(product.services, { filter, timeZone });
  const amountMinor = amounts.reduce((sum, amount) => sum + amount, 0);
  expect(sums.count).toBe(amounts.length);
  expect(sums.sums.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amountMinor);
  return { count: amounts.length, amountMinor };
}
const behind = (days: DaySpan, filter: Partial<ChangeFilter>) => follow(changesPath(days, filter));

describe.each(ranges)('every figure from $from to $to leads to as many changes', (range) => {
  it('movements and steps, by currency', async () => {
    const report = await readRecurringReport(product.services, range);
    expect(report.currencies).toHaveLength(3);
    for (const { currency, movements, steps } of report.currencies) {
      for (const of of movementKinds) {
        const { count, amountMinor } = movements[of];
        expect(await behind(range, { of, currency })).toEqual({ count, amountMinor });
        const step = steps.at(-1);
        if (!step) continue;
        const last = step.movements[of];
        expect(await behind(step, { of, currency })).toEqual({
          ...{ count: last.count, amountMinor: last.amountMinor },
        });
      }
    }
    expect((await behind(range, { of: 'begun' })).count).toBe(report.begun.now);
    expect((await behind(range, { of: 'churn' })).count).toBe(report.ended.now);
  });

  it('tiers, failures and reasons', async () => {
    const report = await readRecurringReport(product.services, range);
    for (const { tierSlug: tier, interval, currency, begun, ended } of report.tiers) {
      expect((await behind(range, { of: 'begun', tier, interval, currency })).count).toBe(begun);
      expect((await behind(range, { of: 'churn', tier, interval, currency })).count).toBe(ended);
    }
    for (const told of report.failures.currencies) {
      const { currency } = told;
      for (const of of ['failed', 'recovered', 'lost'] as const) {
        expect(await behind(range, { of, currency })).toEqual(told[of]);
      }
    }
    const { reasons, churn } = await readRetentionReport(product.services, range, null);
    for (const month of churn) {
      const days = wholeMonth(month.month);
      if (days.to > range.to) continue;
      expect((await behind(days, { of: 'left' })).count).toBe(month.peopleLeft);
      for (const { currency, lost, expansion } of month.currencies) {
        expect((await behind(days, { of: 'less', currency })).amountMinor).toBe(0 - lost);
        const raised = await behind(days, { of: 'expansion', currency });
        expect(raised.amountMinor).toBe(expansion);
      }
    }
    for (const { endedBecause: because, cancelCode: answer, currency, count } of reasons) {
      const found = await behind(range, { of: 'churn', because, answer, currency });
      expect(found.count).toBe(count);
    }
  });
});

/** Follows a figure to the memberships behind it. */
async function standing(path: string): Promise<{ count: number; amountMinor: number }> {
  const [page = '', text = ''] = path.split('?');
  expect(page).toBe('/admin/recurring/standing');
  const filter = parseStandingFilter(new URLSearchParams(text));
  if (!filter) throw new Error(path);
  const worth: number[] = [];
  let after: string | null = null;
  do {
    const page = await listStanding(product.services, { filter, timeZone, after, limit: 9 });
    worth.push(...page.memberships.map((one) => one.worth.amountMinor));
    after = page.next;
  } while (after);
  const found = { count: worth.length, amountMinor: worth.reduce((sum, one) => sum + one, 0) };
  const { count, sums } = await sumStanding(product.services, filter);
  expect({ count, amountMinor: sums.reduce((sum, one) => sum + one.amountMinor, 0) }).toEqual(
    found,
  );
  return found;
}

it.each(ranges)(
  'the memberships at the end of $to are as many as the figures say',
  async (range) => {
    const report = await readRecurringReport(product.services, range);
    expect((await standing(standingPath(range.to))).count).toBe(report.patrons.now);
    for (const { currency, memberships: count, end: amountMinor, steps } of report.currencies) {
      expect(await standing(standingPath(range.to, { currency }))).toEqual({ count, amountMinor });
      const step = steps[0];
      const early = step && (await standing(standingPath(step.to, { currency })));
      expect(early?.count).toBe(step?.memberships);
    }
    for (const { tierSlug: tier, interval, currency, ...told } of report.tiers) {
      expect(await standing(standingPath(range.to, { tier, interval, currency }))).toEqual({
        ...{ count: told.standing, amountMinor: told.amountMinor },
      });
    }
  },
);

it('all there ever was begins with nothing, though nothing was paid yet', async () => {
  const { services } = product;
  const range = await readRange(services, new URLSearchParams('range=all'));
  const { currencies } = await readRecurringReport(services, range);
  expect(currencies.map(({ start }) => start)).toEqual([0, 0, 0]);
});

describe('every cell of the cohorts leads to as many people', () => {
  it.each(['range=all', 'from=2026-01-01&to=2026-05-31'])('%s', async (query) => {
    const { services } = product;
    const { cohorts } = await readRetentionReport(services, rangeOf(query), null);
    expect(cohorts.length).toBeGreaterThan(8);
    for (const { joined, size, left } of cohorts) {
      const cells = [
        { at: null, figure: size },
        ...left.map((figure, after) => ({ at: shiftMonth(joined, after), figure })),
      ];
      for (const { at, figure } of cells) {
        const cell = { joined, at };
        expect(await countCohort(services, cell)).toBe(figure);
        const first = await listCohort(services, { cell, timeZone, after: null, limit: 3 });
        const rest = await listCohort(services, {
          ...{ cell, timeZone, after: parseCursor(first.next), limit: 500 },
        });
        const all = first.next ? [...first.members, ...rest.members] : first.members;
        expect({ ...cell, people: all.length }).toEqual({ ...cell, people: figure });
        const known = all.flatMap(({ person }) => person?.id ?? []);
        expect(new Set(known).size).toBe(known.length);
      }
    }
  });
});

it('every change goes home as a file, however many there are, and that is written down', async () => {
  const { services } = product;
  const actorId = newId();
  const filter = { ...everyChange, currency: 'EUR' };
  const table = await exportChanges(services, { filter, actorId });
  const rows: (readonly string[])[] = [];
  for await (const row of table.rows) rows.push(row);
  expect(rows).toHaveLength((await sumChanges(services, { filter, timeZone })).count);
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
  expect(rows.every((row) => row.length === table.columns.length)).toBe(true);
  const entries = await services.db
    .select({ action: auditEntries.action, subjectId: auditEntries.subjectId })
    .from(auditEntries)
    .where(eq(auditEntries.actorId, actorId));
  expect(entries).toEqual([{ action: 'supporters.exported', subjectId: 'membership_changes' }]);
});

it('an address that says nonsense is every change', () => {
  const wrong = 'of=x&from=2026-13-01&currency=eur&tier=UP&interval=day&because=other';
  expect(parseChangeFilter(new URLSearchParams(wrong))).toEqual(everyChange);
});
