import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../testing/harness.ts';
import { startHarness } from '../testing/harness.ts';

describe('webhook delivery', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ delivery: { retryMs: 60_000 } });
  });
  afterEach(() => harness.close());

  const create = async (count: number) => {
    for (let index = 0; index < count; index += 1)
      await harness.stripe.customers.create({ name: String(index) });
    await harness.sandbox.settled();
  };
  const received = () =>
    harness.receiver.events.map(({ data }) => (data.object as Stripe.Customer).name);
  const endpointId = async () => (await harness.stripe.webhookEndpoints.list()).data[0]?.id ?? '';
  const inOrder = ['0', '1', '2', '3', '4', '5', '6', '7'];

  it('can lose a share, which retries bring after all', async () => {
    await harness.control('delivery-troubles', { drop_percent: 50, seed: 3 });
    await create(8);
    const arrived = received().length;
    expect(arrived).toBeGreaterThan(0);
    expect(arrived).toBeLessThan(8);
    await harness.control('no-troubles');
    await harness.sandbox.retryDeliveries();
    expect(received().sort()).toEqual(inOrder);
  });

  it('can bring everything twice, and in another order', async () => {
    const { control, sandbox } = harness;
    await control('pause-delivery');
    await control('delivery-troubles', { duplicate_percent: 100, reorder: true, seed: 5 });
    await create(8);
    await control('resume-delivery');
    await sandbox.settled();
    expect([...received()].sort()).toEqual([...inOrder, ...inOrder].sort());
    expect(received().slice(0, 8)).not.toEqual(inOrder);
  });

  it('can be late by a random time within bounds', async () => {
    await harness.control('delivery-troubles', { delay_min_ms: 30_000, delay_max_ms: 60_000 });
    await create(2);
    expect(received()).toEqual([]);
    await harness.sandbox.retryDeliveries();
    expect(received().sort()).toEqual(['0', '1']);
  });

  it('can claim an API version that the endpoint was not made with', async () => {
    await harness.control('misversion-next', { version: '2020-08-27' });
    await create(1);
    await create(1);
    expect(harness.receiver.events.map((event) => event.api_version)).toEqual([
      '2020-08-27',
      '2026-10-28.endive',
    ]);
  });

  // https://docs.stripe.com/webhooks#roll-endpoint-secrets
  it('is signed with both secrets while one is rolled, then with the new one only', async () => {
    const headers: string[] = [];
    const listener = http.createServer((request, response) => {
      headers.push(String(request.headers['stripe-signature']));
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { stripe, control } = harness;
    const endpoint = await endpointId();
    const { port } = listener.address() as AddressInfo;
    await stripe.webhookEndpoints.update(endpoint, { url: `http://127.0.0.1:${port}/` });
    const answer = await control('roll-secret', { endpoint, hours: 1 });
    const { secret } = (await answer.json()) as { secret: string };
    expect(secret).toMatch(/^whsec_/);
    await create(1);
    await control('advance', { seconds: 3601 });
    await create(1);
    await new Promise((resolve) => listener.close(resolve));
    expect(headers.map((header) => header.split('v1=').length - 1)).toEqual([2, 1]);
    expect((await control('roll-secret', { endpoint, hours: 25 })).status).toBe(400);
  });

  it('still verifies with the old secret while it is rolled', async () => {
    await harness.control('roll-secret', { endpoint: await endpointId() });
    await create(1);
    expect(harness.receiver.errors).toEqual([]);
    expect(received()).toEqual(['0']);
  });

  // https://docs.stripe.com/webhooks#retries
  it('stops for an endpoint that is disabled or deleted meanwhile', async () => {
    const { stripe, receiver, sandbox } = harness;
    receiver.answers.push(500);
    await create(1);
    const endpoint = await endpointId();
    await stripe.webhookEndpoints.update(endpoint, { disabled: true });
    await sandbox.retryDeliveries();
    await create(1);
    expect(receiver.events).toEqual([]);
    expect((await stripe.webhookEndpoints.retrieve(endpoint)).status).toBe('disabled');
    const [delivery] = sandbox.engine.store.order('sandbox.delivery');
    expect(sandbox.engine.store.get('sandbox.delivery', delivery ?? '')).toMatchObject({
      status: 'failed',
      attempts: [{ status: 500 }, { error: 'the endpoint is disabled' }],
    });
  });
});

describe('the list of events', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ delivery: { retryMs: 60_000 } });
  });
  afterEach(() => harness.close());

  // https://docs.stripe.com/api/events/list
  it('is narrowed by type, time and delivery, and pages newest first', async () => {
    const { stripe, receiver, sandbox } = harness;
    receiver.answers.push(500);
    const customer = await stripe.customers.create({ name: 'A' });
    await sandbox.settled();
    await stripe.customers.update(customer.id, { name: 'B' });
    await stripe.products.create({ name: 'P' });
    await sandbox.settled();
    const types = async (params: Stripe.EventListParams) => {
      const found: string[] = [];
      for await (const event of stripe.events.list({ limit: 1, ...params })) found.push(event.type);
      return found;
    };
    const all = ['product.created', 'customer.updated', 'customer.created'];
    expect(await types({})).toEqual(all);
    expect(await types({ types: ['customer.created', 'product.created'] })).toEqual([
      'product.created',
      'customer.created',
    ]);
    expect(await types({ type: 'customer.*' })).toEqual(['customer.updated', 'customer.created']);
    expect(await types({ delivery_success: false })).toEqual(['customer.created']);
    expect(await types({ delivery_success: true })).toEqual(all.slice(0, 2));
    const now = sandbox.engine.now();
    expect(await types({ created: { gte: now - 60 } })).toEqual(all);
    expect(await types({ created: { gt: now + 1 } })).toEqual([]);
    await expect(
      stripe.events.list({ type: 'customer.created', types: ['customer.created'] }),
    ).rejects.toMatchObject({ param: 'types' });
  });

  it('goes back 30 days', async () => {
    const { stripe, control } = harness;
    await stripe.customers.create({ name: 'A' });
    await control('advance', { seconds: 29 * 86_400 });
    expect((await stripe.events.list()).data).toHaveLength(1);
    await control('advance', { seconds: 86_400 + 5 });
    expect((await stripe.events.list()).data).toEqual([]);
  });
});
