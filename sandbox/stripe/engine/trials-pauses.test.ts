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
import type { CheckoutSession } from './objects/checkout-session.ts';
import type { Invoice } from './objects/invoice.ts';
import type { Subscription } from './objects/subscription.ts';

let engine: Engine;
let customer: string;
let price: string;

const poor = () =>
  engine.request<{ id: string }>('POST', '/v1/customers', { email: 'a@example.org' }).id;

beforeEach(() => {
  engine = testEngine({ settings: { draftSeconds: 0 } });
  customer = customerWithCard(engine);
  price = priceOf(engine, 1000);
});

describe('a trial', () => {
  // https://docs.stripe.com/billing/subscriptions/trials
  it('costs nothing, announces its end, and then bills from there on', () => {
    const trial = subscribe(engine, customer, price, { trial_period_days: 14 });
    const end = engine.now() + 14 * DAY;
    expect(trial).toMatchObject({ status: 'trialing', trial_end: end, billing_cycle_anchor: end });
    expect(invoicesOf(engine, trial.id)[0]).toMatchObject({
      status: 'paid',
      total: 0,
      amount_paid: 0,
    });
    engine.advanceTo(end - 3 * DAY - 60);
    expect(eventTypes(engine)).not.toContain('customer.subscription.trial_will_end');
    engine.advanceTo(end - 3 * DAY + 60);
    expect(eventTypes(engine)).toContain('customer.subscription.trial_will_end');
    engine.advanceTo(end + 60);
    expect(subscriptionOf(engine, trial.id).status).toBe('active');
    expect(invoicesOf(engine, trial.id)[0]).toMatchObject({
      amount_paid: 1000,
      billing_reason: 'subscription_cycle',
    });
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/trials#create-free-trials-without-payment
  it.each([
    ['cancel', 'canceled'],
    ['pause', 'paused'],
    ['create_invoice', 'past_due'],
  ])('without a payment method ends as its settings say: %s', (behavior, status) => {
    const trial = subscribe(engine, poor(), price, {
      trial_period_days: 5,
      trial_settings: { end_behavior: { missing_payment_method: behavior } },
    });
    engine.advanceTo(engine.now() + 5 * DAY + 60);
    expect(subscriptionOf(engine, trial.id).status).toBe(status);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/subscriptions/update#update_subscription-trial_end
  it('can be ended at once, and given to a running subscription', () => {
    const trial = subscribe(engine, customer, price, { trial_period_days: 14 });
    engine.advanceTo(engine.now() + DAY);
    const ended = engine.request<Subscription>('POST', `/v1/subscriptions/${trial.id}`, {
      trial_end: 'now',
    });
    expect(ended).toMatchObject({ status: 'active', billing_cycle_anchor: engine.now() });
    expect(invoicesOf(engine, trial.id)[0]?.amount_paid).toBe(1000);
    const again = engine.request<Subscription>('POST', `/v1/subscriptions/${trial.id}`, {
      trial_end: engine.now() + 10 * DAY,
      proration_behavior: 'none',
    });
    expect(again).toMatchObject({ status: 'trialing', trial_start: engine.now() });
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/payments/checkout/free-trials
  it('begins in Checkout without a payment', () => {
    const session = engine.request<CheckoutSession>('POST', '/v1/checkout/sessions', {
      mode: 'subscription',
      success_url: 'https://news.example/welcome',
      line_items: [{ price, quantity: 1 }],
      subscription_data: { trial_period_days: 30 },
    });
    expect(session.amount_total).toBe(0);
    engine.completeCheckout(session.id, { ...READER, card: '4000002500003155' });
    const done = engine.request<CheckoutSession>('GET', `/v1/checkout/sessions/${session.id}`);
    expect(done).toMatchObject({ status: 'complete', payment_status: 'no_payment_required' });
    expect(subscriptionOf(engine, done.subscription ?? '').status).toBe('trialing');
    expect(differences(engine)).toEqual([]);
  });
});

describe('pausing', () => {
  // https://docs.stripe.com/billing/subscriptions/pause-payment
  it('of collection ends by itself, and the next renewal is paid', () => {
    const { id, items } = subscribe(engine, customer, price);
    const end = items.data[0]?.current_period_end ?? 0;
    engine.request('POST', `/v1/subscriptions/${id}`, {
      pause_collection: { behavior: 'void', resumes_at: end + 5 * DAY },
    });
    engine.advanceTo(end + 60);
    expect(invoicesOf(engine, id)[0]?.status).toBe('void');
    engine.advanceTo(end + 5 * DAY);
    expect(subscriptionOf(engine, id).pause_collection).toBeNull();
    expect(eventTypes(engine).at(-1)).toBe('customer.subscription.updated');
    engine.advanceTo((subscriptionOf(engine, id).items.data[0]?.current_period_end ?? 0) + 60);
    expect(invoicesOf(engine, id)[0]).toMatchObject({ status: 'paid', amount_paid: 1000 });
  });

  // https://docs.stripe.com/changelog/endive/2026-09-30/pause-subscription
  it('of the subscription stops invoices and credits the rest of the period', () => {
    const { id } = subscribe(engine, customer, price);
    engine.advanceTo(engine.now() + 14 * DAY);
    const paused = engine.request<Subscription>('POST', `/v1/subscriptions/${id}/pause`);
    expect(paused).toMatchObject({
      status: 'paused',
      status_details: { paused: { subscription: { type: 'pause_requested' } } },
    });
    engine.advanceTo(engine.now() + 25 * DAY);
    expect(invoicesOf(engine, id)).toHaveLength(1);
    const resumed = engine.request<Subscription>('POST', `/v1/subscriptions/${id}/resume`);
    expect(resumed).toMatchObject({ status: 'active', billing_cycle_anchor: engine.now() });
    // A new month, less the half of the old one that was not used.
    expect(invoicesOf(engine, id)[0]?.amount_paid).toBe(500);
    expect(eventTypes(engine)).toEqual(
      expect.arrayContaining(['customer.subscription.paused', 'customer.subscription.resumed']),
    );
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/subscriptions/resume
  it('can be left only when the resumption is paid', () => {
    const trial = subscribe(engine, poor(), price, {
      trial_period_days: 2,
      trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
    });
    engine.advanceTo(engine.now() + 3 * DAY);
    engine.replaceCard(trial.customer, '4000000000000341');
    const terms = { payment_behavior: 'resume_on_payment_success' };
    const waiting = engine.request<Subscription>(
      'POST',
      `/v1/subscriptions/${trial.id}/resume`,
      terms,
    );
    expect(waiting.status).toBe('paused');
    engine.replaceCard(trial.customer, '4242424242424242');
    const [open] = invoicesOf(engine, trial.id);
    engine.request<Invoice>('POST', `/v1/invoices/${open?.id}/pay`);
    expect(subscriptionOf(engine, trial.id).status).toBe('active');
    expect(eventTypes(engine)).toContain('customer.subscription.resumed');
    expect(() => engine.request('POST', `/v1/subscriptions/${trial.id}/resume`)).toThrow('paused');
    expect(differences(engine)).toEqual([]);
  });
});
