import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { startMembership } from '../memberships/start-membership.server.ts';
import { convergeCharge, convergeInvoice, convergeSubscription } from './converge-object.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
  await saveTiers(product.services, [
    {
      ...{ slug: 'friend', rank: 1, name: { en: 'Friend', uk: 'Друг' }, perks: ['extras'] },
      description: { en: '', uk: '' },
      minimums: [{ currency: 'EUR', interval: 'month', minimumMinor: 500 }],
    },
  ]);
});
afterAll(() => product.close());

// A page that a patron comes back to and several events may all read the same membership at once.
it('a membership, its invoice and its charge are brought in line at once, and none waits for ever', async () => {
  const { services, stripe } = product;
  const joined = await startMembership(services, {
    ...giftInput({ amount: money(500, 'EUR') }),
    ...{ interval: 'month', tierSlug: null },
  });
  if (!joined.ok) throw new Error(joined.reason);
  payOnStripe(stripe, joined.value.checkoutUrl, { email: 'at-once@example.org' });
  await product.settle();
  const { membershipId } = joined.value;
  const [membership] = await services.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId));
  const [payment] = await services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, membershipId));
  const subscriptionId = membership?.stripeSubscriptionId ?? '';
  const chargeId = payment?.stripeChargeId ?? '';
  const invoiceId = payment?.stripeInvoiceId ?? '';
  for (let round = 0; round < 10; round += 1) {
    const outcomes = await Promise.all([
      convergeCharge(services, chargeId),
      convergeSubscription(services, subscriptionId),
      convergeInvoice(services, invoiceId),
      convergeCharge(services, chargeId),
      convergeSubscription(services, subscriptionId),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(['handled']));
  }
  expect(
    await services.db.select().from(payments).where(eq(payments.sourceId, membershipId)),
  ).toHaveLength(1);
});
