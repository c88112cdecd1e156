import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkObject } from '../../sandbox/stripe/conformance/index.ts';
import { eventAbout, exampleObjects, sign } from '../../sandbox/testing/example-events.ts';
import { giftInput, payOnStripe } from '../../sandbox/testing/gifts.ts';
import {
  type TestProduct,
  createTestProduct,
  webhookSecret,
} from '../../sandbox/testing/product.ts';
import { payments } from '../db/schema/ledger.ts';
import { stripeEvents } from '../db/schema/webhooks.ts';
import { startDonation } from '../domain/donations/start-donation.server.ts';
import { action } from '../routes/endpoints/stripe-webhook.ts';
import { eventTable } from '../domain/ports/event-table.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

async function deliver(event: object): Promise<number> {
  const { rawBody, signature } = sign(event, webhookSecret);
  const response = await action({
    request: new Request('http://app.test/webhooks/stripe', {
      method: 'POST',
      headers: { 'Stripe-Signature': signature },
      body: rawBody,
    }),
    params: {},
    context: { services: product.services, entryScript: '', clientAddress: '127.0.0.1' },
  });
  return response.status;
}

const inboxRow = async (id: string) =>
  (await product.services.db.select().from(stripeEvents).where(eq(stripeEvents.id, id)))[0];

it('has an example of every type that it acts on', () => {
  expect([...exampleObjects().keys()]).toEqual(expect.arrayContaining(Object.keys(eventTable)));
});

it('has examples in the shape of the API', () => {
  const invented = ['something.nobody.knows', 'v1.without_an_id', 'constructor'];
  for (const [type, object] of exampleObjects()) {
    if (!invented.includes(type)) expect([type, checkObject(object)]).toEqual([type, []]);
  }
});

it('takes every type, and acts only on objects that Stripe shows it', async () => {
  const events = [...exampleObjects()].map(([type, object]) => eventAbout(type, object));
  for (const event of events) expect([event.type, await deliver(event)]).toEqual([event.type, 200]);
  for (const { id, type } of events) {
    const outcome = Object.hasOwn(eventTable, type) ? 'received' : 'ignored';
    expect(await inboxRow(id)).toMatchObject({ type, outcome });
  }
  await expect(product.settle()).rejects.toThrow(/No such/);
  for (const { id, type } of events) {
    const row = await inboxRow(id);
    if (Object.hasOwn(eventTable, type)) {
      expect(row).toMatchObject({ type, outcome: 'failed', processedAt: null });
      expect(row?.failure).toMatch(/No such/);
    } else expect(row).toMatchObject({ type, outcome: 'ignored', failure: null });
  }
  expect(await product.services.db.select().from(payments)).toEqual([]);
});

it('books one payment however many types of event speak of it', async () => {
  const started = await startDonation(product.services, giftInput());
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email: 'every@example.org' });
  await product.settle();
  const { store } = product.stripe.engine;
  const events = Object.entries(eventTable).flatMap(([type, meaning]) => {
    const kind = meaning === 'checkout' ? 'checkout.session' : meaning;
    if (kind !== 'checkout.session' && kind !== 'charge') return [];
    const object = store.get(kind, store.order(kind)[0] ?? '');
    return object ? [eventAbout(type, product.stripe.engine.show(object))] : [];
  });
  for (const event of events) expect(await deliver(event)).toBe(200);
  await product.settle();
  for (const { id, type } of events) {
    expect(await inboxRow(id)).toMatchObject({ type, outcome: 'handled' });
  }
  expect(await product.services.db.select().from(payments)).toHaveLength(1);
});
