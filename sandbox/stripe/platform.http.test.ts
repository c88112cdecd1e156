import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAnswer, operations } from './conformance/index.ts';
import type { Harness } from './testing/harness.ts';
import { cardFields, donationParams, startHarness } from './testing/harness.ts';

describe('the API as a platform, driven by the real SDK', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ delivery: { retryMs: 60_000 } });
  });
  afterEach(() => harness.close());

  // https://docs.stripe.com/api/idempotent_requests
  it('replays an answer for the same key and parameters, and refuses other parameters', async () => {
    const { stripe } = harness;
    const options = { idempotencyKey: 'checkout:1:1' };
    const twins = await Promise.all([
      stripe.checkout.sessions.create(donationParams(), options),
      stripe.checkout.sessions.create(donationParams(), options),
    ]);
    expect(twins[1].id).toBe(twins[0].id);
    expect(twins.map((twin) => twin.lastResponse.headers['idempotent-replayed']).sort()).toEqual([
      'true',
      undefined,
    ]);
    await expect(
      stripe.checkout.sessions.create(donationParams({ client_reference_id: 'order_2' }), options),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('refuses unknown and mistyped parameters in words like Stripe’s', async () => {
    const { stripe } = harness;
    const unknown = { ...donationParams(), payment_method_types: ['card'] };
    await expect(stripe.checkout.sessions.create(unknown)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      code: 'parameter_unknown',
      param: 'payment_method_types',
      requestId: expect.stringMatching(/^req_/) as string,
    });
    await expect(stripe.customers.retrieve('cus_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such customer: 'cus_none'",
    });
  });

  it('refuses what Stripe knows and the sandbox does not, instead of ignoring it', async () => {
    await expect(
      harness.stripe.checkout.sessions.create(
        donationParams({ phone_number_collection: { enabled: true } }),
      ),
    ).rejects.toMatchObject({ code: 'sandbox_unsupported', param: 'phone_number_collection' });
    expect(harness.sandbox.unknownRequests).toEqual([]);
  });

  it('records a route that it does not answer', async () => {
    const { stripe, sandbox } = harness;
    await expect(stripe.rawRequest('GET', '/v1/unheard_of')).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(stripe.quotes.list()).rejects.toMatchObject({ statusCode: 404 });
    // Taken out of the list, for closing the harness would fail over them.
    expect(sandbox.unknownRequests.splice(0)).toEqual([
      { method: 'GET', path: '/v1/unheard_of' },
      { method: 'GET', path: '/v1/quotes' },
    ]);
  });

  it('wants a test key and the pinned version', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(`${harness.sandbox.url}/v1/customers`, { headers });
    expect((await get({})).status).toBe(401);
    expect((await get({ Authorization: 'Bearer sk_live_x' })).status).toBe(401);
    const old = await get({ Authorization: 'Bearer sk_test_x', 'Stripe-Version': '2024-06-20' });
    expect(old.status).toBe(400);
    expect(await old.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  // https://docs.stripe.com/api/pagination
  it('pages through lists both ways and by time', async () => {
    const { stripe, sandbox } = harness;
    for (let index = 0; index < 5; index += 1)
      await stripe.customers.create({ name: `Reader ${index}` });
    const names: (string | null | undefined)[] = [];
    for await (const customer of stripe.customers.list({ limit: 2 })) names.push(customer.name);
    expect(names).toEqual(['Reader 4', 'Reader 3', 'Reader 2', 'Reader 1', 'Reader 0']);
    const first = await stripe.customers.list({ limit: 2 });
    const second = await stripe.customers.list({ limit: 2, starting_after: first.data[1]?.id });
    const back = await stripe.customers.list({ limit: 2, ending_before: second.data[0]?.id });
    expect(back.data.map(({ id }) => id)).toEqual(first.data.map(({ id }) => id));
    expect((await stripe.customers.list({ created: { gt: sandbox.engine.now() } })).data).toEqual(
      [],
    );
  });

  // https://docs.stripe.com/webhooks#retries
  it('tries an event again after a 500, signed anew, and then counts it as delivered', async () => {
    const { stripe, receiver, sandbox } = harness;
    receiver.answers.push(500);
    const customer = await stripe.customers.create({ email: 'a@example.org' });
    await sandbox.settled();
    expect(receiver.events).toEqual([]);
    const [event] = (await stripe.events.list({ type: 'customer.created' })).data;
    expect(event?.pending_webhooks).toBe(1);

    await sandbox.retryDeliveries();
    expect(receiver.errors).toEqual([]);
    expect(receiver.events.map((sent) => sent.id)).toEqual([event?.id]);
    expect(receiver.events[0]).toMatchObject({
      api_version: '2026-10-28.endive',
      data: { object: { id: customer.id } },
    });
    expect((await stripe.events.retrieve(event?.id ?? '')).pending_webhooks).toBe(0);
  });

  it('pauses, drops and doubles deliveries, and sends an event again', async () => {
    const { stripe, receiver, sandbox, control } = harness;
    await control('pause-delivery');
    await stripe.customers.create({ name: 'A' });
    await sandbox.settled();
    expect(receiver.events).toHaveLength(0);
    await control('duplicate-next');
    await stripe.customers.create({ name: 'B' });
    await control('resume-delivery');
    await sandbox.settled();
    expect(receiver.events).toHaveLength(3);
    await control('drop-next');
    await stripe.customers.create({ name: 'C' });
    await sandbox.settled();
    expect(receiver.events).toHaveLength(3);
    await control('redeliver', { event: receiver.events[0]?.id });
    await sandbox.settled();
    expect(receiver.events).toHaveLength(4);
  });

  it('manages webhook endpoints and sends each only what it asked for', async () => {
    const { stripe, receiver, sandbox } = harness;
    const all = await stripe.webhookEndpoints.list();
    await stripe.webhookEndpoints.update(all.data[0]?.id ?? '', {
      enabled_events: ['charge.succeeded'],
    });
    const made = await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/',
      enabled_events: ['payout.paid'],
    });
    expect(made.secret).toMatch(/^whsec_/);
    await stripe.webhookEndpoints.del(made.id);
    const session = await stripe.checkout.sessions.create(donationParams());
    await harness.submit(session.url ?? '', cardFields());
    await sandbox.settled();
    expect(receiver.events.map((event) => event.type)).toEqual(['charge.succeeded']);
  });

  it('advances its clock on demand, and forgets everything on reset', async () => {
    const { stripe, control, sandbox } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    await control('advance', { seconds: 86_400 });
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
    expect((await control('advance', { seconds: -1 })).status).toBe(400);
    expect((await fetch(`${sandbox.url}/_sandbox/`)).status).toBe(200);
    await control('reset');
    expect((await stripe.checkout.sessions.list()).data).toEqual([]);
    expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
  });

  it('answers every list that it implements in the shape of the SDK', async () => {
    const { sandbox } = harness;
    for (const { method, path } of operations) {
      if (method !== 'GET' || path.includes('{') || path.endsWith('/search')) continue;
      const answer = sandbox.engine.handle({ method, path });
      if (answer.status === 200) expect(checkAnswer(method, path, answer.body)).toEqual([]);
      else expect(answer.unknown || answer.status === 400).toBe(true);
    }
  });
});
