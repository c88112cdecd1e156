import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';
import { convergeLatest, convergeMembership } from './converge-membership.server.ts';
import { recordSubscription } from './confirm-membership.server.ts';
import { saveTiers } from './save-tiers.server.ts';
import { startMembership } from './start-membership.server.ts';

let product: TestProduct;
let membershipId: string;
let subscriptionId: string;

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  await saveTiers(services, [
    {
      ...{ slug: 'friend', rank: 1, perks: ['extras'] },
      ...{ name: { en: 'Friend', uk: 'Друг' }, description: { en: '', uk: '' } },
      minimums: [
        { currency: 'EUR', interval: 'month', minimumMinor: 200 },
        { currency: 'EUR', interval: 'year', minimumMinor: 2000 },
      ],
    },
  ]);
  const started = await startMembership(services, {
    ...giftInput({ amount: money(1000, 'EUR') }),
    interval: 'month',
    tierSlug: 'friend',
  });
  if (!started.ok) throw new Error(started.reason);
  membershipId = started.value.membershipId;
  payOnStripe(product.stripe, started.value.checkoutUrl, { email: 'races@example.org' });
  await product.settle();
  subscriptionId = (await readRow()).stripeSubscriptionId ?? '';
});
afterAll(() => product.close());

async function readRow() {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

const readNow = () => product.services.payments.readSubscription(subscriptionId);

it('keeps the revision while nothing has changed', async () => {
  const before = await readRow();
  await recordSubscription(product.services, await readNow());
  expect((await readRow()).revision).toBe(before.revision);
});

it('never writes an older reading over a newer one', async () => {
  const readings: SubscriptionFacts[] = [];
  await convergeLatest(
    product.services,
    membershipId,
    async () => {
      const facts = await readNow();
      readings.push(facts);
      if (readings.length === 1) {
        // While this reading is on its way, the subscription ends and another one has seen it.
        product.stripe.engine.request('DELETE', `/v1/subscriptions/${subscriptionId}`);
        await recordSubscription(product.services, await readNow());
      }
      return facts;
    },
    convergeMembership,
  );
  expect(readings.map((facts) => facts.status)).toEqual(['active', 'canceled']);
  expect(await readRow()).toMatchObject({ status: 'canceled' });
});
