import fc from 'fast-check';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { membershipChanges, memberships, tiers } from '../../db/schema/memberships.ts';
import { newId } from '../../platform/ids.ts';
import { moveMemberships } from '../memberships/personal-data.server.ts';
import { inTransaction } from '../ports/context.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { checkRollups } from './check-rollups.server.ts';
import { foldRollups } from './fold-rollups.server.ts';
import { rebuildRollups } from './rebuild-rollups.server.ts';
import { recurringRollups } from './recurring-rollups.ts';

const kinds = ['started', 'amount_changed', 'ended', 'payment_failed', 'recovered'] as const;
const amounts = [0, 0, 300, 500, 900];
const tierIds = [newId(), newId()] as const;
const people: string[] = [];
/** Six memberships; whose they are, and all else of them, changes. */
const ids = Array.from({ length: 6 }, () => newId());
let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct({ checksConformance: false });
  const { services } = product;
  await services.db.insert(tiers).values(
    tierIds.map((id, rank) => ({
      ...{ id, slug: `rollup-${rank}`, rank: 50 + rank, perks: [] },
      ...{ name: { en: 'T', uk: 'Т' }, description: { en: '', uk: '' } },
    })),
  );
  for (let i = 0; i < 4; i += 1) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `rollup${i}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  await services.db.insert(memberships).values(
    ids.map((id, i) => ({
      ...{ id, status: 'active' as const, supporterId: people[i % 4] ?? null, tierId: tierIds[0] },
      ...{ interval: 'month' as const, amountMinor: 500, currency: i < 3 ? 'EUR' : 'UAH' },
      ...{ locale: 'en', createdAt: new Date('2026-01-01T00:00:00Z') },
    })),
  );
});
afterAll(() => product.close());

interface Step {
  readonly act: 'change' | 'switch' | 'end' | 'name' | 'merge' | 'fold';
  readonly membership: number;
  readonly other: number;
  readonly person: number;
  readonly day: number;
  readonly kind: (typeof kinds)[number];
  readonly from: number;
  readonly to: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom('change', 'change', 'change', 'switch', 'end', 'name', 'merge', 'fold'),
    membership: fc.nat(ids.length - 1),
    other: fc.nat(ids.length - 1),
    person: fc.nat(4),
    day: fc.nat(90),
    kind: fc.constantFrom(...kinds),
    from: fc.constantFrom(...amounts),
    to: fc.constantFrom(...amounts),
  } as const),
  { minLength: 5, maxLength: 30 },
);

function take(step: Step): Promise<unknown> {
  const { services } = product;
  const id = ids[step.membership] ?? '';
  const other = ids[step.other] ?? '';
  // As every change of a membership does, hold the row before writing what changed.
  const update = (values: Partial<typeof memberships.$inferInsert>) =>
    services.db
      .update(memberships)
      .set(values)
      .where(inArray(memberships.id, [id, other]));
  switch (step.act) {
    case 'fold':
      return foldRollups(services);
    case 'switch':
      return update({
        tierId: step.day % 2 ? tierIds[0] : tierIds[1],
        interval: step.day % 3 ? 'month' : 'year',
      });
    case 'end':
      return update({
        endedBecause: step.day % 2 ? 'payment_failed' : null,
        cancelReason: step.day % 3 ? 'other: my own words' : null,
      });
    case 'name':
      return update({ supporterId: people[step.person] ?? null });
    case 'merge':
      return inTransaction(services, (tx) =>
        moveMemberships(tx, {
          fromId: people[step.person % 4] ?? '',
          toId: people[step.day % 4] ?? '',
        }),
      );
    case 'change':
      return services.db
        .insert(membershipChanges)
        .values(
          [...new Set([id, other])].map((membershipId) => ({
            ...{ id: newId(), membershipId, kind: step.kind },
            at: new Date(Date.UTC(2026, 6, 1, 20, 30) + step.day * 86_400_000),
            ...{ fromMonthlyMinor: step.from, toMonthlyMinor: step.to },
            currency: ids.indexOf(membershipId) < 3 ? 'EUR' : 'UAH',
          })),
        )
        .onConflictDoNothing();
  }
}

const expectEqual = async () => {
  expect((await checkRollups(product.services, recurringRollups)).differences).toEqual([]);
};

/** Those that wait for each other take as long as the machine lets them. */
const patience = 90_000;

describe('the rollups of recurring revenue equal a recount of the changes', () => {
  it('after any sequence of changes, switches, endings, merges and foldings', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const step of all) {
          await take(step);
          await expectEqual();
        }
      }),
      { numRuns: 10 },
    );
  });

  it(
    'after the same at once, folded and rebuilt meanwhile',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const outcomes = await Promise.allSettled([
            ...all.map(take),
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
        { numRuns: 12 },
      );
    },
    patience,
  );

  it('and there is something in each of them', async () => {
    for (const { table } of recurringRollups) {
      const { rows } = await product.services.db.execute(`select 1 from ${table} limit 1`);
      expect(rows, table).toHaveLength(1);
    }
  });
});
