import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { movePayments } from '../ledger/personal-data.server.ts';
import { type MovementToRecord, recordMovements } from '../ledger/record-movements.server.ts';
import { saveNewsroom } from '../newsroom/save-newsroom.server.ts';
import { inTransaction } from '../ports/context.ts';
import { allRollups } from './all-rollups.ts';
import { checkRollups } from './check-rollups.server.ts';
import { incomeRollups } from './income-rollups.ts';
import { foldRollups } from './fold-rollups.server.ts';
import { rebuildRollups } from './rebuild-rollups.server.ts';
import { sourceRollups } from './source-rollups.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct({ checksConformance: false });
});
afterAll(() => product.close());

const people = Array.from({ length: 6 }, () => newId());

interface Step {
  readonly act: 'book' | 'settle' | 'move' | 'fold' | 'name';
  readonly charge: number;
  readonly person: number;
  readonly other: number;
  readonly day: number;
  readonly source: 'donation' | 'membership' | 'gift';
  readonly kind: 'charge' | 'refund' | 'dispute';
  readonly currency: 'EUR' | 'UAH' | 'JPY';
  readonly amountMinor: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom('book', 'book', 'book', 'settle', 'name', 'move', 'fold'),
    charge: fc.nat(12),
    person: fc.nat(people.length),
    other: fc.nat(people.length - 1),
    day: fc.nat(75),
    source: fc.constantFrom('donation', 'membership', 'gift'),
    kind: fc.constantFrom('charge', 'charge', 'refund', 'dispute'),
    currency: fc.constantFrom('EUR', 'UAH', 'JPY'),
    amountMinor: fc.integer({ min: 100, max: 103 }),
  } as const),
  { minLength: 5, maxLength: 40 },
);

/** The same charge is always the same facts; what is known of it grows. */
function movementOf(
  run: string,
  steps: readonly Step[],
  step: Step,
  isSettled: boolean,
  isNamed: boolean,
) {
  const same =
    steps.find((other) => other.charge === step.charge && other.kind === step.kind) ?? step;
  const name = `${run}_${same.kind}_${same.charge}`;
  const sign = same.kind === 'charge' ? 1 : -1;
  const at = new Date(Date.UTC(2026, 7, 1, 20, 30) + same.day * 86_400_000);
  const sourceId = `00000000-0000-4000-8000-${String(same.charge).padStart(12, '0')}`;
  return {
    source: {
      source: same.source,
      sourceId,
      supporterId: isNamed ? (people[same.person] ?? null) : null,
      articleId: null,
      askId: null,
      campaignId: null,
    },
    charge: {
      chargeId: `ch_${run}_${same.charge}`,
      paymentIntentId: null,
      invoiceId: null,
      country: null,
      periodEnd: null,
    },
    movement: {
      kind: same.kind,
      stripeObjectId: name,
      amount: money(sign * same.amountMinor, same.currency),
      occurredAt: at,
      settlement: isSettled
        ? {
            at,
            balanceTransactionId: `txn_${name}`,
            gross: money(sign * same.amountMinor, 'EUR'),
            fee: money(3, 'EUR'),
            net: money(sign * same.amountMinor - 3, 'EUR'),
            exchangeRate: null,
          }
        : null,
    },
  } satisfies MovementToRecord;
}

async function take(run: string, all: readonly Step[], step: Step): Promise<void> {
  const { services } = product;
  switch (step.act) {
    case 'fold':
      return foldRollups(services);
    case 'move':
      return inTransaction(services, (tx) =>
        movePayments(tx, {
          fromId: people[step.person % people.length] ?? '',
          toId: people[step.other] ?? '',
        }),
      );
    default: {
      // Two at once, one of which may be there already: one statement inserts and updates.
      const next = all[(all.indexOf(step) + 1) % all.length] ?? step;
      const batch = [step, next].filter(
        (one, i, both) =>
          both.findIndex((o) => o.charge === one.charge && o.kind === one.kind) === i,
      );
      await inTransaction(services, (tx) =>
        recordMovements(
          tx,
          batch.map((one) =>
            movementOf(
              run,
              all,
              one,
              step.act === 'settle',
              step.act === 'name' || one.day % 2 === 0,
            ),
          ),
        ),
      );
    }
  }
}

const expectEqual = async () => {
  expect(
    (await checkRollups(product.services, [...incomeRollups, ...sourceRollups])).differences,
  ).toEqual([]);
};

/** Those that wait for each other take as long as the machine lets them. */
const patience = 90_000;

describe('the rollups equal a recount of the payments', () => {
  it('after any sequence of bookings, settlements, names, merges and foldings', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        run += 1;
        for (const step of all) {
          await take(`s${run}`, all, step);
          await expectEqual();
        }
      }),
      { numRuns: 12 },
    );
  });

  it('after one statement that books a payment, names another and settles a third', async () => {
    const step = (charge: number, day: number): Step => ({
      ...{ act: 'book', charge, person: 0, other: 0, day, source: 'donation', kind: 'charge' },
      ...{ currency: 'EUR', amountMinor: 100 },
    });
    const all = [step(1, 1), step(2, 20), step(3, 40)];
    const [first, second, third] = all;
    if (!first || !second || !third) throw new Error('three steps');
    const book = (...movements: MovementToRecord[]) =>
      inTransaction(product.services, (tx) => recordMovements(tx, movements));
    await book(movementOf('once', all, first, false, false));
    await book(movementOf('once', all, second, false, true));
    await book(
      movementOf('once', all, first, false, true),
      movementOf('once', all, second, true, true),
      movementOf('once', all, third, false, true),
    );
    await expectEqual();
  });

  it(
    'after the same at once, folded and rebuilt meanwhile',
    async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          run += 1;
          const outcomes = await Promise.allSettled([
            ...all.map((step) => take(`c${run}`, all, step)),
            rebuildRollups(product.services),
          ]);
          // The database may let one of two go that wait for each other; its whole transaction is undone.
          for (const outcome of outcomes) {
            if (outcome.status === 'rejected') {
              expect(String((outcome.reason as Error).cause)).toMatch(/deadlock/);
            }
          }
          await expectEqual();
        }),
        { numRuns: 15 },
      );
    },
    patience,
  );

  it('when the newsroom moves to another time zone, once rebuilt', async () => {
    await saveNewsroom(product.services, {
      actorId: null,
      changes: { timeZone: 'Pacific/Auckland' },
    });
    await product.settle();
    const { rows } = await product.services.db.execute<{ time_zone: string }>(
      sql`select time_zone from rollup_state`,
    );
    expect(rows).toEqual([{ time_zone: 'Pacific/Auckland' }]);
    await expectEqual();
    await product.services.db.execute(sql`update rollup_state set time_zone = 'Europe/Kyiv'`);
    expect((await checkRollups(product.services)).count).toBeGreaterThan(0);
    await rebuildRollups(product.services);
    await expectEqual();
  });

  it('and a check tells what is wrong, which a rebuild puts right', async () => {
    const { services } = product;
    await services.db.execute(sql`update rollup_income set count = count + 1, net_minor = 0
      where ctid = (select ctid from rollup_income where kind = 'charge' limit 1)`);
    await services.db.execute(sql`delete from rollup_gift_sizes where grain = 'month'`);
    const { count, differences } = await checkRollups(services);
    expect(count).toBeGreaterThan(1);
    expect(differences.find(({ table }) => table === 'rollup_income')?.missing['count']).toBe('-1');
    await rebuildRollups(services);
    await expectEqual();
  });

  it('and are as small as their keys are many after folding', async () => {
    await foldRollups(product.services);
    for (const { table, keys } of allRollups) {
      const { rows } = await product.services.db.execute<{ twice: string }>(
        sql.raw(`select count(*) - count(distinct (${keys.join(', ')})) as twice from ${table}`),
      );
      expect(rows, table).toEqual([{ twice: '0' }]);
    }
  });
});
