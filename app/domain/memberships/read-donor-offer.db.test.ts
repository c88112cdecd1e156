import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveTestTier } from '../../../sandbox/histories/run-history.ts';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { money } from '../../kernel/money.ts';
import { donorOfferView } from '../../routes/giving/donor-offer-view.server.ts';
import { action as join } from '../../routes/giving/join.tsx';
import { startDonation } from '../donations/start-donation.server.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { openSession } from '../supporters/open-session.server.ts';
import { readDonorOffer } from './read-donor-offer.server.ts';

const email = 'donor@example.org';
let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-11-22T12:00:00Z') });
  await saveTestTier(product);
});
afterAll(() => product.close());

async function supporterId(): Promise<string> {
  const found = await findOrCreateSupporter(product.services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  return found.supporterId;
}

async function give(amountMinor: number): Promise<void> {
  const started = await startDonation(
    product.services,
    giftInput({ amount: money(amountMinor, 'EUR') }),
  );
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  await product.settle();
}

it('a donor of several browsers is offered what fits all their gifts, and one post leads to Stripe; a patron is offered nothing', async () => {
  const { services, stripe } = product;
  expect(await readDonorOffer(services, await supporterId())).toBeNull();
  await give(6_000);
  await give(6_000);
  const id = await supporterId();
  const offer = await donorOfferView(services, { supporterId: id, locale: 'uk' });
  expect(offer).toEqual({
    amount: money(1_000, 'EUR'),
    currency: 'EUR',
    ownAmount: '10',
    tierSlug: 'friend',
    tierName: 'Друг',
  });

  const { token } = await openSession(services, {
    ...{ supporterId: id, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  const form = { frequency: 'monthly', currency: 'EUR', tier: 'friend', ownAmount: '10' };
  const answer = await join({
    request: new Request('http://localhost:3000/join', {
      method: 'POST',
      headers: { Cookie: `session=${token}`, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams(form),
    }),
    params: {},
    context: { services, entryScript: '', clientAddress: '127.0.0.1' },
  });
  if (!(answer instanceof Response)) throw new Error('it came back');
  expect(answer.status).toBe(303);
  payOnStripe(stripe, answer.headers.get('Location') ?? '', { email });
  await product.settle();
  expect(await readDonorOffer(services, id)).toBeNull();
});
