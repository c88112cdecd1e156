import { checkObject } from '../conformance/index.ts';
import type { EngineOptions } from '../engine/engine-types.ts';
import { createEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { CheckoutSession } from '../engine/objects/checkout-session.ts';
import type { Invoice } from '../engine/objects/invoice.ts';
import type { Subscription } from '../engine/objects/subscription.ts';

export const START = new Date('2026-01-31T10:00:00Z');
export const DAY = 86_400;

/** Payouts only when asked for, so that no test meets one that it does not mean. */
export function testEngine(options: EngineOptions = {}): Engine {
  const { payouts, ...settings } = options.settings ?? {};
  return createEngine({
    clock: { manual: START },
    seed: 7,
    ...options,
    settings: {
      balanceDelaySeconds: 0,
      ...settings,
      payouts: { schedule: 'manual', ...payouts },
    },
  });
}

export const READER = {
  card: '4242424242424242',
  email: 'reader@example.org',
  name: 'Olena Reader',
};

/** Pays a donation and returns the session as it then is. */
export function donate(
  engine: Engine,
  amount: number,
  currency = 'eur',
  card = READER.card,
): CheckoutSession {
  const session = engine.request<CheckoutSession>('POST', '/v1/checkout/sessions', {
    mode: 'payment',
    success_url: 'https://news.example/thanks',
    line_items: [
      {
        quantity: 1,
        price_data: { currency, unit_amount: amount, product_data: { name: 'Donation' } },
      },
    ],
  });
  engine.completeCheckout(session.id, { ...READER, card });
  return engine.request<CheckoutSession>('GET', `/v1/checkout/sessions/${session.id}`);
}

/** Begins a membership through Checkout. */
export function join(
  engine: Engine,
  interval: 'month' | 'year' = 'month',
  amount = 600,
): Subscription {
  const session = engine.request<CheckoutSession>('POST', '/v1/checkout/sessions', {
    mode: 'subscription',
    success_url: 'https://news.example/welcome',
    subscription_data: { metadata: { kind: 'membership' } },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'eur',
          unit_amount: amount,
          recurring: { interval },
          product_data: { name: 'Friend' },
        },
      },
    ],
  });
  engine.completeCheckout(session.id, READER);
  const { subscription } = engine.request<CheckoutSession>(
    'GET',
    `/v1/checkout/sessions/${session.id}`,
  );
  return subscriptionOf(engine, subscription ?? '');
}

export function subscriptionOf(engine: Engine, id: string): Subscription {
  return engine.request<Subscription>('GET', `/v1/subscriptions/${id}`);
}

/** The types of all events so far, oldest first. */
export function eventTypes(engine: Engine): string[] {
  return engine.store.order('event').flatMap((id) => engine.store.get('event', id)?.type ?? []);
}

/** Where anything in the account differs from the SDK's types; should be empty. */
export function differences(engine: Engine): string[] {
  const found = new Set<string>();
  for (const object of engine.store.all()) {
    if (object.object.startsWith('sandbox.')) continue;
    for (const line of checkObject(engine.show(object))) found.add(line);
  }
  return [...found];
}

/** A customer whose default card is charged without asking. */
export function customerWithCard(
  engine: Engine,
  card = READER.card,
  params: Record<string, unknown> = {},
): string {
  const { id } = engine.request<{ id: string }>('POST', '/v1/customers', {
    email: READER.email,
    ...params,
  });
  engine.replaceCard(id, card);
  return id;
}

/** A recurring price in euros. */
export function priceOf(engine: Engine, amount: number, interval = 'month'): string {
  return engine.request<{ id: string }>('POST', '/v1/prices', {
    currency: 'eur',
    unit_amount: amount,
    recurring: { interval },
    product_data: { name: `Tier of ${amount}` },
  }).id;
}

/** A subscription made over the API. */
export function subscribe(
  engine: Engine,
  customer: string,
  price: string,
  params: Record<string, unknown> = {},
): Subscription {
  return engine.request<Subscription>('POST', '/v1/subscriptions', {
    customer,
    items: [{ price }],
    ...params,
  });
}

/** The invoices of a subscription, newest first. */
export function invoicesOf(engine: Engine, subscription: string): Invoice[] {
  return engine.request<{ data: Invoice[] }>('GET', '/v1/invoices', { subscription, limit: 100 })
    .data;
}
