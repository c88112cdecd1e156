import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { SignedDelivery } from '../../sandbox/testing/example-events.ts';
import { eventAbout, sign } from '../../sandbox/testing/example-events.ts';
import {
  type TestProduct,
  createTestProduct,
  webhookSecret,
} from '../../sandbox/testing/product.ts';
import { stripeEvents } from '../db/schema/webhooks.ts';
import { createWebhookVerifier } from '../gateways/stripe/webhook.server.ts';
import { action, loader } from '../routes/endpoints/stripe-webhook.ts';
import { createJobHandlers } from '../jobs/handlers.server.ts';
import { createLogger } from '../platform/logger.ts';
import type { Services } from '../services.server.ts';
import { processEvent } from './process-event.server.ts';

let product: TestProduct;
let handlers: ReturnType<typeof createJobHandlers>;
beforeAll(async () => {
  product = await createTestProduct();
  handlers = createJobHandlers(product.services);
});
afterEach(async () => {
  await product.services.db.delete(stripeEvents);
  await product.services.queue.drain(handlers);
});
afterAll(() => product.close());

async function send(
  delivery: { rawBody: BodyInit; signature: string | null },
  services: Services = product.services,
): Promise<number> {
  const request = new Request('http://app.test/webhooks/stripe', {
    method: 'POST',
    headers: delivery.signature === null ? {} : { 'Stripe-Signature': delivery.signature },
    body: delivery.rawBody,
  });
  const context = { services, entryScript: '', clientAddress: '127.0.0.1' };
  return (await action({ request, params: {}, context })).status;
}

const example = (parts: Parameters<typeof eventAbout>[2] = {}) =>
  eventAbout('invoice.paid', { id: 'in_hostile', object: 'invoice' }, parts);
const signed = (at?: number): SignedDelivery => sign(example(), webhookSecret, at);
const stored = () => product.services.db.select().from(stripeEvents);

const now = () => Math.floor(Date.now() / 1000);
const refused: [string, () => { rawBody: BodyInit; signature: string | null }][] = [
  ['an empty signature', () => ({ ...signed(), signature: `t=${now()},v1=` })],
  [
    'an empty signature beside a wrong one',
    () => ({ ...signed(), signature: `t=${now()},v1=,v1=abc` }),
  ],
  ['a forged signature', () => sign(example(), 'whsec_of_somebody_else')],
  ['a signature that is no signature', () => ({ ...signed(), signature: 'nonsense' })],
  ['a signature without a time', () => ({ ...signed(), signature: 'v1=00' })],
  ['no signature', () => ({ ...signed(), signature: null })],
  ['a signature ten minutes old', () => signed(now() - 600)],
  [
    'a body cut short',
    () => {
      const { rawBody, signature } = signed();
      return { rawBody: rawBody.slice(0, -20), signature };
    },
  ],
  ['an empty body', () => ({ ...signed(), rawBody: '' })],
  [
    'a body of a megabyte',
    () => sign({ ...example(), filler: 'x'.repeat(1_000_000) }, webhookSecret),
  ],
  [
    'a body that is not UTF-8',
    () => ({
      ...signed(),
      rawBody: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    }),
  ],
];

it.each(refused)('refuses %s and stores nothing', async (_what, delivery) => {
  expect(await send(delivery())).toBe(400);
  expect(await stored()).toEqual([]);
});

it('knows only POST', async () => {
  expect(loader().status).toBe(405);
  expect(loader().headers.get('Allow')).toBe('POST');
  expect(await stored()).toEqual([]);
});

it('keeps an event once that is sent again', async () => {
  const delivery = signed();
  const statuses = await Promise.all([send(delivery), send(delivery), send(delivery)]);
  expect([...statuses, await send(delivery)]).toEqual([200, 200, 200, 200]);
  expect(await stored()).toHaveLength(1);
});

it('sets an event of another API version aside', async () => {
  expect(await send(sign(example({ api_version: '2024-06-20' }), webhookSecret))).toBe(200);
  expect(await stored()).toMatchObject([{ apiVersion: '2024-06-20', outcome: 'set_aside' }]);
});

it('sets an event of the other mode aside: our key could not read its object', async () => {
  expect(await send(sign(example({ livemode: true }), webhookSecret))).toBe(200);
  expect(await stored()).toMatchObject([{ outcome: 'set_aside', reason: 'other_mode' }]);
  expect(await product.services.queue.drain(handlers)).toBe(0);
});

it('counts an event of a connected account and leaves it alone', async () => {
  expect(await send(sign(example({ account: 'acct_of_another' }), webhookSecret))).toBe(200);
  expect(await stored()).toMatchObject([{ outcome: 'foreign', objectId: 'in_hostile' }]);
  expect(await product.services.queue.drain(handlers)).toBe(0);
});

it('neither keeps nor logs anything of a payload but the ids', async () => {
  const lines: string[] = [];
  const services = {
    ...product.services,
    log: createLogger('trace', { write: (line) => lines.push(line) }),
  };
  const personal = { email: 'private@example.org', name: 'Anna Private', phone: '+380441234567' };
  const event = eventAbout('customer.updated', {
    ...{ id: 'cus_private', object: 'customer' },
    ...personal,
  });
  expect(await send(sign(event, webhookSecret), services)).toBe(200);
  expect(await send(sign(event, 'whsec_of_somebody_else'), services)).toBe(400);
  const cut = sign(event, webhookSecret);
  expect(await send({ ...cut, rawBody: cut.rawBody.slice(0, -9) }, services)).toBe(400);
  await expect(processEvent(services, event.id)).rejects.toThrow(/No such customer/);
  const kept = JSON.stringify(await stored());
  for (const secret of [...Object.values(personal), webhookSecret]) {
    expect(kept).not.toContain(secret);
    expect(lines.join('')).not.toContain(secret);
  }
  expect(lines.join('')).toContain('a webhook with a bad signature was refused');
});

// https://docs.stripe.com/webhooks#roll-endpoint-secrets
it('takes both secrets while one is being rolled, and both signatures in one header', async () => {
  const services = {
    ...product.services,
    verifyWebhook: createWebhookVerifier(['whsec_old', 'whsec_new'], false),
  };
  const event = example();
  const at = now();
  const old = sign(event, 'whsec_old', at);
  const fresh = sign(event, 'whsec_new', at);
  const both = `${old.signature},${fresh.signature.split(',')[1] ?? ''}`;
  expect(await send(sign(example(), 'whsec_old'), services)).toBe(200);
  expect(await send(sign(example(), 'whsec_new'), services)).toBe(200);
  expect(await send({ ...fresh, signature: both }, services)).toBe(200);
  expect(await send(sign(example(), 'whsec_third'), services)).toBe(400);
  expect(await stored()).toHaveLength(3);
});
