import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestDatabase, createTestDatabase } from '../../app/db/testing/database.ts';
import { createJobHandlers } from '../../app/jobs/handlers.server.ts';
import type { Clock } from '../../app/platform/clock.ts';
import { createLogger } from '../../app/platform/logger.ts';
import { readEnv } from '../../app/platform/env.ts';
import { action as webhookAction } from '../../app/routes/endpoints/stripe-webhook.ts';
import { type Services, createServices } from '../../app/services.server.ts';
import { type StripeSandbox, startStripeSandbox } from '../stripe/server.ts';
import { expectSpotless } from '../stripe/testing/spotless.ts';

/** The product without its pages: services on a database of their own, and a sandbox Stripe that calls its webhook. */
export interface TestProduct {
  readonly services: Services;
  readonly stripe: StripeSandbox;
  readonly database: TestDatabase;
  /** Lets Stripe's deliveries arrive and the jobs run, until nothing is left to do. */
  settle(): Promise<void>;
  /** What the webhook answered, newest last. */
  readonly webhookAnswers: number[];
  /** @throws when the sandbox met an unknown request, or answered otherwise than the SDK's types. */
  close(): Promise<void>;
}

/** Fees and test disputes follow a payment within seconds: the sandbox's time is moved over them. */
const soonSeconds = 5;
export const webhookSecret = 'whsec_test_product';

export interface TestProductOptions {
  /** Holds the app's time still; the sandbox's time is moved through its engine. */
  readonly clock?: Clock;
  /** From this moment on both move only when the sandbox's engine is told to. */
  readonly startsAt?: Date;
  /** False: nothing calls the webhook; the test delivers events itself. */
  readonly deliversEvents?: boolean;
  /** False: the sandbox's answers are not compared with the SDK's types. */
  readonly checksConformance?: boolean;
}

/** Caller closes it. */
export async function createTestProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const database = await createTestDatabase();
  const webhookAnswers: number[] = [];
  let services: Services | null = null;
  const webhook = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = new Request('http://app.test/webhooks/stripe', {
        method: 'POST',
        headers: { 'Stripe-Signature': String(incoming.headers['stripe-signature'] ?? '') },
        body: Buffer.concat(chunks),
      });
      void answer(request, services).then((status) => {
        webhookAnswers.push(status);
        outgoing.writeHead(status).end();
      });
    });
  });
  await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
  const { port } = webhook.address() as AddressInfo;
  const stripe = await startStripeSandbox({
    port: 0,
    dataDir: null,
    ...(options.deliversEvents === false
      ? {}
      : { webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: webhookSecret } }),
    conformance: options.checksConformance === false ? 'off' : 'collect',
    ...(options.startsAt ? { clock: { manual: options.startsAt } } : {}),
  });
  const clock =
    options.clock ??
    (options.startsAt ? { now: () => new Date(stripe.engine.now() * 1_000) } : null);
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    STRIPE_SECRET_KEY: 'sk_test_product',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: stripe.url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    APP_SECRET: 'x'.repeat(64),
    SANDBOX: 'database,stripe,mail',
    LOG_LEVEL: 'silent',
  });
  const made = await createServices(env, {
    log: createLogger('silent'),
    ...(clock ? { clock } : {}),
  });
  services = made;
  // Mails are written to the outbox and stay there: delivery has tests of its own.
  const handlers = { ...createJobHandlers(made), 'send-mail': () => Promise.resolve() };
  return {
    services: made,
    stripe,
    database,
    webhookAnswers,
    async settle() {
      do {
        stripe.engine.advanceTo(stripe.engine.now() + soonSeconds);
        await stripe.settled();
      } while ((await made.queue.drain(handlers)) > 0);
    },
    async close() {
      await stripe.close();
      await new Promise((resolve) => webhook.close(resolve));
      await made.close();
      await database.drop();
      expectSpotless(stripe);
    },
  };
}

async function answer(request: Request, services: Services | null): Promise<number> {
  if (!services) return 503;
  const response = await webhookAction({
    request,
    params: {},
    context: { services, entryScript: '', clientAddress: '127.0.0.1' },
  });
  return response.status;
}
