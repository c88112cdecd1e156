import Stripe from 'stripe';
import { API_VERSION } from '../engine/objects/platform.ts';
import type { SandboxOptions, StripeSandbox } from '../server.ts';
import { startStripeSandbox } from '../server.ts';
import type { Receiver } from './receiver.ts';
import { startReceiver } from './receiver.ts';
import { expectSpotless } from './spotless.ts';

export const WEBHOOK_SECRET = 'whsec_test_of_the_sandbox';

export interface Harness {
  sandbox: StripeSandbox;
  stripe: Stripe;
  receiver: Receiver;
  /** Fills in and sends a hosted page's form; does not follow the redirect. */
  submit: (url: string, fields: Record<string, string>) => Promise<Response>;
  /** A control: `control('advance', { seconds: 60 })`. */
  control: (name: string, params?: Record<string, unknown>) => Promise<Response>;
  /** @throws when the sandbox met an unknown request, or answered otherwise than the SDK's types. */
  close: () => Promise<void>;
}

/** A sandbox, the real SDK pointed at it, and a webhook endpoint. */
export async function startHarness(options: Partial<SandboxOptions> = {}): Promise<Harness> {
  const receiver = await startReceiver(new Stripe('sk_test_receiver'), WEBHOOK_SECRET);
  const sandbox = await startStripeSandbox({
    port: 0,
    dataDir: null,
    webhook: { url: receiver.url, secret: WEBHOOK_SECRET },
    conformance: 'collect',
    ...options,
  });
  return {
    sandbox,
    stripe: clientFor(sandbox),
    receiver,
    submit: (url, fields) =>
      fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),
    control: (name, params = {}) =>
      fetch(`${sandbox.url}/_sandbox/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(params),
      }),
    close: async () => {
      await sandbox.close();
      await receiver.close();
      expectSpotless(sandbox);
    },
  };
}

export function clientFor(sandbox: StripeSandbox): Stripe {
  return new Stripe('sk_test_sandbox', {
    apiVersion: API_VERSION,
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    maxNetworkRetries: 0,
  });
}

/** The card form as a supporter fills it in. */
export function cardFields(number = '4242424242424242'): Record<string, string> {
  return {
    method: 'card',
    email: 'reader@example.org',
    cardNumber: number,
    expiry: '12 / 34',
    cvc: '123',
    cardName: 'Olena Reader',
    country: 'DE',
  };
}

/** The parameters of a donation of 10 euros. */
export function donationParams(
  overrides: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    success_url: 'https://news.example/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://news.example/donate',
    client_reference_id: 'order_1',
    metadata: { kind: 'donation', order_id: 'order_1' },
    payment_intent_data: { metadata: { kind: 'donation', order_id: 'order_1' } },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 1000, product_data: { name: 'Donation' } },
      },
    ],
    ...overrides,
  };
}

/** The parameters of a membership of 6 euros a month. */
export function membershipParams(
  overrides: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'subscription',
    success_url: 'https://news.example/welcome',
    subscription_data: { metadata: { kind: 'membership' } },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'eur',
          unit_amount: 600,
          recurring: { interval: 'month' },
          product_data: { name: 'Friend' },
        },
      },
    ],
    ...overrides,
  };
}
