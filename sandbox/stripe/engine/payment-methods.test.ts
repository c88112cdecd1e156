import { beforeEach, describe, expect, it } from 'vitest';
import {
  customerWithCard,
  DAY,
  differences,
  eventTypes,
  invoicesOf,
  priceOf,
  READER,
  subscribe,
  subscriptionOf,
  testEngine,
} from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { updateCardAutomatically } from './flows/payment-methods.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import type { Charge } from './objects/charge.ts';
import type { CheckoutSession } from './objects/checkout-session.ts';
import type { PaymentMethod } from './objects/payment-method.ts';
import type { SetupIntent } from './objects/setup-intent.ts';

type List<T> = { data: T[] };

let engine: Engine;
let customer: string;

const card = (number: string) =>
  engine.request<PaymentMethod>('POST', '/v1/payment_methods', {
    type: 'card',
    card: { number, exp_month: 12, exp_year: 2030, cvc: '123' },
  }).id;

beforeEach(() => {
  engine = testEngine({ settings: { draftSeconds: 0 } });
  customer = engine.request<{ id: string }>('POST', '/v1/customers', {
    email: READER.email,
    name: 'Olena Reader',
  }).id;
});

describe('a payment method', () => {
  // https://docs.stripe.com/api/payment_methods
  it('is attached, changed, listed and detached', () => {
    const id = card('4242424242424242');
    expect(() =>
      engine.request('POST', `/v1/payment_methods/${id}`, { metadata: { a: 'b' } }),
    ).toThrow('save this PaymentMethod');
    engine.request('POST', `/v1/payment_methods/${id}/attach`, { customer });
    const changed = engine.request<PaymentMethod>('POST', `/v1/payment_methods/${id}`, {
      allow_redisplay: 'always',
      billing_details: { name: 'O. Reader' },
      card: { exp_month: 1, exp_year: 2035 },
    });
    expect(changed).toMatchObject({
      billing_details: { name: 'O. Reader' },
      card: { exp_month: 1, exp_year: 2035 },
    });
    const of = `/v1/customers/${customer}/payment_methods`;
    const listed = engine.request<List<PaymentMethod>>('GET', of, {
      type: 'card',
      allow_redisplay: 'always',
    });
    expect(listed.data.map((method) => method.id)).toEqual([id]);
    engine.request('POST', `/v1/payment_methods/${id}/detach`);
    expect(engine.request<List<PaymentMethod>>('GET', of).data).toEqual([]);
    expect(eventTypes(engine)).toContain('payment_method.updated');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/payments/cards/overview#automatic-card-updates
  it('is renewed by its network without anybody doing anything', () => {
    const paying = customerWithCard(engine, '4000000000000341');
    const method = engine.request<List<PaymentMethod>>('GET', '/v1/payment_methods', {
      customer: paying,
    }).data[0];
    engine.transact((step) => updateCardAutomatically(step, method?.id ?? '', '5555555555554444'));
    expect(subscribe(engine, paying, priceOf(engine, 500)).status).toBe('active');
    expect(eventTypes(engine)).toContain('payment_method.automatically_updated');
    expect(differences(engine)).toEqual([]);
  });
});

describe('a setup intent', () => {
  // https://docs.stripe.com/payments/setup-intents
  it('saves a card for later', () => {
    const intent = engine.request<SetupIntent>('POST', '/v1/setup_intents', {
      customer,
      payment_method: card('4242424242424242'),
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    });
    expect(intent.status).toBe('succeeded');
    const method = engine.request<PaymentMethod>(
      'GET',
      `/v1/payment_methods/${intent.payment_method}`,
    );
    expect(method.customer).toBe(customer);
    expect(() => engine.request('POST', `/v1/setup_intents/${intent.id}/cancel`)).toThrow(
      'succeeded',
    );
    expect(differences(engine)).toEqual([]);
  });

  it('waits for another card after a decline, and can be given up', () => {
    const { id } = engine.request<SetupIntent>('POST', '/v1/setup_intents', { customer });
    const confirm = (number: string) =>
      engine.request<SetupIntent>('POST', `/v1/setup_intents/${id}/confirm`, {
        payment_method: card(number),
      });
    expect(() => confirm('4000000000000002')).toThrow('declined');
    expect(engine.request('GET', `/v1/setup_intents/${id}`)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { decline_code: 'generic_decline' },
    });
    expect(confirm('4000002500003155').status).toBe('requires_action');
    const canceled = engine.request<SetupIntent>('POST', `/v1/setup_intents/${id}/cancel`, {
      cancellation_reason: 'abandoned',
    });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect(eventTypes(engine)).toContain('setup_intent.canceled');
    expect(differences(engine)).toEqual([]);
  });
});

describe('customers', () => {
  // https://docs.stripe.com/search#search-query-language
  it('are found by email, name and metadata', () => {
    engine.request('POST', `/v1/customers/${customer}`, { metadata: { supporter: '42' } });
    engine.request('POST', '/v1/customers', { email: 'other@example.org' });
    const search = (query: string) =>
      engine
        .request<List<{ id: string }>>('GET', '/v1/customers/search', { query })
        .data.map(({ id }) => id);
    expect(search(`email:"${READER.email}"`)).toEqual([customer]);
    expect(search('name~"olena" AND metadata["supporter"]:"42"')).toEqual([customer]);
    expect(search('-email:"other@example.org"')).toEqual([customer]);
    expect(search('email:"nobody@example.org" OR created>0')).toHaveLength(2);
    expect(() => search('shoe_size:"42"')).toThrow('unsupported search field');
    expect(() => search('email')).toThrow('parse');
  });
});

describe('a SEPA debit', () => {
  const pay = (iban: string, mode: 'payment' | 'subscription') => {
    const recurring = mode === 'subscription' ? { recurring: { interval: 'month' } } : {};
    const { id } = engine.request<CheckoutSession>('POST', '/v1/checkout/sessions', {
      mode,
      success_url: 'https://news.example/thanks',
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: 'eur',
            unit_amount: 1200,
            product_data: { name: 'Gift' },
            ...recurring,
          },
        },
      ],
    });
    engine.completeCheckout(id, { ...READER, iban });
    return () => engine.request<CheckoutSession>('GET', `/v1/checkout/sessions/${id}`);
  };
  const settle = () => engine.advanceTo(engine.now() + engine.settings.debitSettlesAfterSeconds);

  // https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration
  it.each(['payment', 'subscription'] as const)(
    'is complete at once, and paid days later: %s',
    (mode) => {
      const session = pay('AT611904300234573201', mode);
      expect(session()).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
      settle();
      expect(session().payment_status).toBe('paid');
      expect(eventTypes(engine)).toContain('checkout.session.async_payment_succeeded');
      expect(differences(engine)).toEqual([]);
    },
  );

  it.each(['payment', 'subscription'] as const)('can fail days later: %s', (mode) => {
    const session = pay('AT861904300235473202', mode);
    settle();
    expect(session().payment_status).toBe('unpaid');
    expect(eventTypes(engine)).toContain('checkout.session.async_payment_failed');
    if (mode === 'subscription') {
      const { subscription } = session();
      expect(invoicesOf(engine, subscription ?? '')[0]?.status).toBe('open');
      expect(subscriptionOf(engine, subscription ?? '').status).toBe('past_due');
    }
    expect(differences(engine)).toEqual([]);
  });

  it('can be disputed after it has been paid', () => {
    const session = pay('AT591904300235473203', 'payment');
    settle();
    engine.advanceTo(engine.now() + DAY);
    const [charge] = engine.request<List<Charge>>('GET', '/v1/charges', {
      payment_intent: session().payment_intent,
    }).data;
    expect(charge).toMatchObject({ status: 'succeeded', disputed: true });
  });

  // https://docs.stripe.com/billing/subscriptions/pending-updates (not with bank debits)
  it('has its failed renewal tried again', () => {
    const session = pay('AT611904300234573201', 'subscription');
    settle();
    const subscription = session().subscription ?? '';
    const method = subscriptionOf(engine, subscription).default_payment_method;
    engine.transact((step) => {
      step.edit('sandbox.method_profile', `profile_${method}`).number = 'AT861904300235473202';
    });
    engine.advanceTo(
      (subscriptionOf(engine, subscription).items.data[0]?.current_period_end ?? 0) + 3600,
    );
    expect(subscriptionOf(engine, subscription).status).toBe('past_due');
    expect(invoicesOf(engine, subscription)[0]?.next_payment_attempt).toBeGreaterThan(engine.now());
    expect(() =>
      engine.request('POST', `/v1/subscriptions/${subscription}`, {
        items: [{ id: subscriptionOf(engine, subscription).items.data[0]?.id, quantity: 2 }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
      }),
    ).toThrow('bank debit');
  });
});

describe('a charge in another currency', () => {
  // https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-exchange_rate
  it.each([
    ['usd', 1000],
    ['gbp', 1000],
    ['jpy', 1000],
    ['huf', 400_000],
  ])('of a subscription in %s is settled in euros, by its rate', (currency, amount) => {
    const paying = customerWithCard(engine);
    const price = engine.request<{ id: string }>('POST', '/v1/prices', {
      currency,
      unit_amount: amount,
      recurring: { interval: 'month' },
      product_data: { name: 'Friend' },
    }).id;
    subscribe(engine, paying, price);
    const [charge] = engine.request<List<{ balance_transaction: BalanceTransaction }>>(
      'GET',
      '/v1/charges',
      {
        customer: paying,
        expand: ['data.balance_transaction'],
      },
    ).data;
    const entry = charge?.balance_transaction;
    expect(entry?.currency).toBe('eur');
    const scale = currency === 'jpy' ? 100 : 1;
    expect(entry?.amount).toBe(Math.round(amount * scale * (entry?.exchange_rate ?? 0)));
    expect(entry?.net).toBe((entry?.amount ?? 0) - (entry?.fee ?? 0));
  });
});
