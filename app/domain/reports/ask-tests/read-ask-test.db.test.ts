import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { donations } from '../../../db/schema/donations.ts';
import { memberships, tiers } from '../../../db/schema/memberships.ts';
import { money } from '../../../kernel/money.ts';
import { newId } from '../../../platform/ids.ts';
import { countAskView } from '../../asks/ab-test/count-view.server.ts';
import { listAskTests } from '../../asks/ab-test/read-ask-tests.server.ts';
import { startAskTest } from '../../asks/ab-test/start-ask-test.server.ts';
import { creditAsk } from '../../asks/find-ask.server.ts';
import { addAsk } from '../../asks/write-ask.server.ts';
import { recordMovements } from '../../ledger/record-movements.server.ts';
import { inTransaction } from '../../ports/context.ts';
import { findOrCreateSupporter } from '../../supporters/find-or-create-supporter.server.ts';
import { askTestTable } from './ask-test-table.ts';
import { readAskTestResult } from './read-ask-test.server.ts';

let product: TestProduct;
let askId: string;
const tierId = newId();
const words = {
  heading: { en: 'H', uk: 'З' },
  body: { en: 'B', uk: 'Т' },
  frequency: 'once',
} as const;
const act = { actorId: newId(), reason: '' };

beforeAll(async () => {
  product = await createTestProduct();
  await product.services.db.insert(tiers).values({
    ...{ id: tierId, slug: 'tested', rank: 70, name: words.heading, perks: [] },
    description: words.body,
  });
  ({ askId } = await addAsk(product.services, { ...act, ...words, name: 'Tested', rules: {} }));
  await startAskTest(product.services, { ...act, askId, shareB: 50, holdBack: 20, b: words });
});
afterAll(() => product.close());

const person = async (name: string) =>
  (
    await findOrCreateSupporter(product.services, {
      ...{ email: `${name}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    })
  ).supporterId;

/** A gift that claims a variant, with its payments in settled cents; null: not settled yet. */
async function give(
  supporterId: string,
  variant: string,
  payments: readonly (readonly ['charge' | 'refund', number | null, string?])[],
  kind: 'donation' | 'membership' = 'donation',
) {
  const ctx = product.services;
  const now = ctx.clock.now();
  const id = newId();
  const shared = {
    ...{ id, supporterId, amountMinor: 500, currency: 'EUR', locale: 'en', createdAt: now },
    ...(await creditAsk(ctx, { askId, variant })),
  };
  if (kind === 'donation') await ctx.db.insert(donations).values({ ...shared, status: 'pending' });
  else {
    await ctx.db
      .insert(memberships)
      .values({ ...shared, tierId, status: 'active', interval: 'month' });
  }
  await inTransaction(ctx, (tx) =>
    recordMovements(
      tx,
      payments.map(([movement, cents, settledIn = 'EUR'], index) => ({
        source: { ...shared, source: kind, sourceId: id, articleId: null, campaignId: null },
        charge: {
          ...{ chargeId: `ch_${id}_${index}`, paymentIntentId: null, invoiceId: null },
          ...{ country: null, periodEnd: null },
        },
        movement: {
          ...{ kind: movement, stripeObjectId: `${movement}_${id}_${index}`, occurredAt: now },
          amount: money(cents ?? 500, 'EUR'),
          settlement:
            cents === null
              ? null
              : {
                  ...{ at: now, balanceTransactionId: `txn_${id}_${index}`, exchangeRate: null },
                  ...{ gross: money(cents, settledIn), fee: money(0, settledIn) },
                  net: money(cents, settledIn),
                },
        },
      })),
    ),
  );
}

async function read() {
  const [test] = await listAskTests(product.services, askId);
  if (!test) throw new Error('no test');
  return readAskTestResult(product.services, test);
}

it('says nothing of nothing', async () => {
  expect(await read()).toMatchObject({
    arms: [
      { arm: 'a', readers: 0, givers: 0, income: [] },
      { arm: 'b', readers: 0, givers: 0, income: [] },
      { arm: 'none', readers: 0, givers: 0, income: [] },
    ],
    comparisons: [
      { against: 'b_to_a', verdict: 'too_early', income: null },
      { against: 'a_to_none', verdict: 'too_early', income: null },
    ],
  });
});

it('counts people once, their payments all, and everything that went back', async () => {
  const ctx = product.services;
  for (const variant of ['1a', '1a', '1a', '1a', '1b', '1b', '1none']) {
    await countAskView(ctx, { askId, variant });
  }
  const [ann, bo, cy] = [await person('ann'), await person('bo'), await person('cy')];
  await give(ann, '1a', [['charge', 1000]]);
  await give(
    ann,
    '1a',
    [
      ['charge', 500],
      ['charge', 500],
    ],
    'membership',
  );
  await give(bo, '1a', [
    ['charge', 2000],
    ['refund', -2000],
  ]);
  await give(bo, '1b', [
    ['charge', 700],
    ['charge', 300, 'USD'],
    ['charge', null],
  ]);
  await give(cy, '1none', [['charge', 400]]);
  // Of no variant, and of a variant that is none.
  await give(cy, '', [['charge', 90_000]]);
  await give(cy, '9b', [['charge', 90_000]]);
  const result = await read();
  expect(result.arms).toMatchObject([
    {
      ...{ arm: 'a', readers: 4, givers: 2, conversion: { value: 0.5 } },
      income: [
        { sum: { amountMinor: 2000, currency: 'EUR' }, perThousand: { amountMinor: 500_000 } },
      ],
    },
    {
      ...{ arm: 'b', readers: 2, givers: 1 },
      income: [
        { sum: { amountMinor: 700, currency: 'EUR' }, perThousand: { amountMinor: 350_000 } },
        { sum: { amountMinor: 300, currency: 'USD' } },
      ],
    },
    { arm: 'none', readers: 1, givers: 1, income: [{ sum: { amountMinor: 400 } }] },
  ]);
  expect(result.comparisons[0]).toMatchObject({ income: { value: { amountMinor: -150_000 } } });
  expect([...askTestTable(result).rows][0]).toEqual([
    ...['a', '4', '2', '0.5', '0.150039', '0.849961', 'EUR', '20.00', '5000.00'],
  ]);
});

it('tells a difference when there is one', async () => {
  const ctx = product.services;
  const second = await addAsk(ctx, { ...act, ...words, name: 'Second', rules: {} });
  askId = second.askId;
  await startAskTest(ctx, { ...act, askId, shareB: 50, holdBack: 0, b: words });
  const [test] = await listAskTests(ctx, askId);
  await ctx.database.pool.query(
    `insert into ask_test_views (test_id, arm, day, shard, browsers)
     values ($1, 'a', '2026-11-22', 1, 600), ($1, 'a', '2026-11-23', 2, 400), ($1, 'b', '2026-11-22', 3, 1000)`,
    [test?.id],
  );
  const people = await Promise.all(Array.from({ length: 24 }, (_, i) => person(`many${i}`)));
  for (const [index, one] of people.entries()) {
    await give(one, index < 4 ? '1a' : '1b', [['charge', 1_000]]);
  }
  const result = await read();
  expect(result.arms).toMatchObject([
    { readers: 1000, givers: 4 },
    { readers: 1000, givers: 20 },
  ]);
  // 20 in a thousand less 4 in a thousand, ten euros each.
  expect(result.comparisons).toMatchObject([
    { verdict: 'earns_more', income: { value: { amountMinor: 16_000, currency: 'EUR' } } },
  ]);
  expect(result.comparisons[0]?.income?.low.amountMinor).toBeGreaterThan(0);
});
