import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  type TestPatron,
  endEverySubscription,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { payments } from '../../../db/schema/ledger.ts';
import { memberships } from '../../../db/schema/memberships.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { money } from '../../../kernel/money.ts';
import { decideEntitlement } from '../../entitlements/decide-entitlement.server.ts';
import { differencesOf, readCompared } from '../compare-membership.server.ts';
import { type PauseMonths, pauseMonths } from '../pausing/pause.ts';
import { pauseMembership } from '../pausing/pause-membership.server.ts';
import { resumeMembership } from '../pausing/resume-membership.server.ts';
import { changeMembership } from './change-membership.server.ts';
import { previewChange } from './preview-change.server.ts';
import { withdrawChange } from './withdraw-change.server.ts';

// Months pass in each sequence.
vi.setConfig({ testTimeout: 300_000 });

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

type Act =
  | { kind: 'change'; interval: Interval; minor: number; coversFee: boolean }
  | { kind: 'withdraw' | 'resume' }
  | { kind: 'pause'; months: PauseMonths }
  | { kind: 'wait'; days: number };

const acts = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        interval: fc.constantFrom<Interval>('month', 'month', 'year'),
        minor: fc.integer({ min: 20, max: 160 }).map((major) => major * 100),
        coversFee: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('withdraw', 'resume') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('pause' as const),
        months: fc.constantFrom(...pauseMonths),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('wait' as const),
        days: fc.integer({ min: 1, max: 26 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 9 },
);

/** What the pages last said is charged next; null when they said nothing that can be held against them. */
interface Promised {
  readonly amountMinor: number;
  readonly at: Date;
}

async function rowOf({ membershipId }: TestPatron) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

async function paidBy({ membershipId }: TestPatron) {
  return product.services.db
    .select({ amountMinor: payments.amountMinor, at: payments.occurredAt })
    .from(payments)
    .where(eq(payments.sourceId, membershipId))
    .orderBy(payments.occurredAt, payments.id);
}

async function perform(patron: TestPatron, act: Act, promised: Promised | null) {
  const { services } = product;
  const { supporterId } = patron;
  switch (act.kind) {
    case 'wait':
      await passDays(product, act.days);
      return promised;
    case 'withdraw':
      return (await withdrawChange(services, { supporterId })).ok ? null : promised;
    case 'pause': {
      const paused = await pauseMembership(services, { supporterId, months: act.months });
      return paused.ok ? null : promised;
    }
    case 'resume':
      return (await resumeMembership(services, { supporterId })).ok ? null : promised;
    case 'change': {
      const requested = {
        ...{ tierSlug: 'friend', coversFee: act.coversFee, interval: act.interval },
        amount: money(act.minor, 'EUR'),
      };
      const preview = await previewChange(services, { supporterId, requested, at: null });
      if (!preview.ok) return promised;
      const { at, figures } = preview.value;
      const before = (await paidBy(patron)).length;
      const changed = await changeMembership(services, {
        ...{ supporterId, requested },
        shown: {
          at,
          dueNowMinor: figures.dueNow.amountMinor,
          nextMinor: figures.next.amount.amountMinor,
        },
      });
      expect(changed.ok).toBe(true);
      await product.settle();
      // What was previewed is what is charged.
      const charged = (await paidBy(patron)).slice(before).map(({ amountMinor }) => amountMinor);
      expect(charged).toEqual(figures.dueNow.amountMinor > 0 ? [figures.dueNow.amountMinor] : []);
      return { amountMinor: figures.next.amount.amountMinor, at: figures.next.at };
    }
  }
}

async function expectAgreement(patron: TestPatron): Promise<void> {
  const { services } = product;
  const row = await rowOf(patron);
  const facts = await services.payments.readSubscription(row.stripeSubscriptionId ?? '');
  const compared = (await readCompared(services, [row.id])).get(row.id);
  expect(compared && differencesOf(compared, facts)).toEqual([]);
  expect({ at: row.nextChangeAt, minor: row.nextAmountMinor, interval: row.nextInterval }).toEqual({
    at: facts.next?.at ?? null,
    minor: facts.next?.amount.amountMinor ?? null,
    interval: facts.next?.interval ?? null,
  });
  expect(row.feeCoverMinor).toBeLessThan(row.amountMinor);
  const { isOpen } = await decideEntitlement(services, {
    supporterId: patron.supporterId,
    role: null,
  });
  const isPaid = row.paidUntil !== null && row.paidUntil > services.clock.now();
  expect(isOpen).toBe(row.status !== 'paused' || isPaid);
}

it('in any order, changes, pauses and days leave what was said, what is charged and what Stripe has the same', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      count += 1;
      const patron = await joinAsPatron(product, {
        ...{ email: `sequence-${count}@example.org`, amountMinor: 5000, tierSlug: 'friend' },
      });
      let promised: Promised | null = null;
      for (const act of sequence) {
        promised = await perform(patron, act, promised);
        await product.settle();
        await expectAgreement(patron);
        const now = product.services.clock.now();
        // A renewal's invoice is charged an hour after its day.
        if (promised && now.getTime() > promised.at.getTime() + 2 * 3_600_000) {
          const { at, amountMinor }: Promised = promised;
          const paid = (await paidBy(patron)).find((payment) => payment.at >= at);
          expect(paid?.amountMinor ?? 0).toBe(amountMinor);
          promised = null;
        }
      }
      await endEverySubscription(product);
    }),
    { numRuns: 8, seed: 20_261_123, endOnFailure: true },
  );
});
