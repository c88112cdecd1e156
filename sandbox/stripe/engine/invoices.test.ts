import { beforeEach, describe, expect, it } from 'vitest';
import {
  customerWithCard,
  DAY,
  differences,
  eventTypes,
  invoicesOf,
  priceOf,
  subscribe,
  subscriptionOf,
  testEngine,
} from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import type { StripeEvent } from './objects/platform.ts';
import type { Invoice, InvoicePayment } from './objects/invoice.ts';
import type { Subscription } from './objects/subscription.ts';
import type { SettingsOption } from './settings.ts';

let engine: Engine;
let customer: string;
let subscription: Subscription;

const end = () => subscription.items.data[0]?.current_period_end ?? 0;
const latest = () => invoicesOf(engine, subscription.id)[0];
const begin = (settings: SettingsOption = {}) => {
  engine = testEngine({ settings });
  customer = customerWithCard(engine);
  subscription = subscribe(engine, customer, priceOf(engine, 1000));
};
/** The renewal has failed with this card. */
const fail = (card = '4000000000000341') => {
  engine.replaceCard(customer, card);
  engine.advanceTo(end() + 3700);
};

beforeEach(() => begin());

describe('invoice items', () => {
  // https://docs.stripe.com/api/invoiceitems
  it('wait for the next renewal, and can be taken back until then', () => {
    const held = engine.request<{ id: string }>('POST', '/v1/invoiceitems', {
      customer,
      amount: 250,
      currency: 'eur',
      description: 'Postage',
    });
    const gone = engine.request<{ id: string }>('POST', '/v1/invoiceitems', {
      customer,
      amount: 999,
      currency: 'eur',
    });
    expect(engine.request('DELETE', `/v1/invoiceitems/${gone.id}`)).toMatchObject({
      deleted: true,
    });
    engine.advanceTo(end() + 3700);
    expect(latest()).toMatchObject({ amount_paid: 1250 });
    expect(latest()?.lines.data[0]?.parent).toMatchObject({
      type: 'invoice_item_details',
      invoice_item_details: { invoice_item: held.id, proration: false },
    });
    expect(() => engine.request('DELETE', `/v1/invoiceitems/${held.id}`)).toThrow('not attached');
    expect(differences(engine)).toEqual([]);
  });
});

describe('an invoice', () => {
  // https://docs.stripe.com/api/events/types#event_types-invoice.upcoming
  it('is announced some days ahead, as it will be', () => {
    engine.advanceTo(end() - 7 * DAY - 60);
    expect(eventTypes(engine)).not.toContain('invoice.upcoming');
    engine.advanceTo(end() - 7 * DAY);
    const [event] = engine.request<{ data: StripeEvent[] }>('GET', '/v1/events', {
      type: 'invoice.upcoming',
    }).data;
    expect(event?.data.object).toMatchObject({
      total: 1000,
      billing_reason: 'upcoming',
      status: 'draft',
    });
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/invoices/pay#pay_invoice-paid_out_of_band
  it('can be paid outside Stripe, which charges nothing then', () => {
    fail();
    const paid = engine.request<Invoice>('POST', `/v1/invoices/${latest()?.id}/pay`, {
      paid_out_of_band: true,
    });
    expect(paid.status).toBe('paid');
    expect(subscriptionOf(engine, subscription.id).status).toBe('active');
    const [payment] = engine.request<{ data: InvoicePayment[] }>('GET', '/v1/invoice_payments', {
      invoice: paid.id,
    }).data;
    expect(payment?.status).toBe('canceled');
    const intent = engine.request('GET', `/v1/payment_intents/${payment?.payment.payment_intent}`);
    expect(intent['status']).toBe('canceled');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/invoicing/overview#void
  it.each(['void', 'mark_uncollectible'])('owes nothing after %s', (verb) => {
    fail();
    engine.request('POST', `/v1/invoices/${latest()?.id}/${verb}`);
    expect(subscriptionOf(engine, subscription.id).status).toBe('active');
    expect(differences(engine)).toEqual([]);
  });

  it('is paid with a method of its own customer only', () => {
    fail();
    const other = engine.replaceCard(customerWithCard(engine), '4242424242424242');
    const pay = (method: string) =>
      engine.request('POST', `/v1/invoices/${latest()?.id}/pay`, { payment_method: method });
    expect(() => pay(other)).toThrow('No such PaymentMethod');
  });
});

describe('retries of a renewal', () => {
  // https://docs.stripe.com/billing/revenue-recovery/smart-retries
  it('are eight in two weeks', () => {
    fail();
    const attempts = [latest()?.next_payment_attempt];
    for (
      let next = latest()?.next_payment_attempt;
      next != null;
      next = latest()?.next_payment_attempt
    ) {
      engine.advanceTo(next);
      attempts.push(latest()?.next_payment_attempt);
    }
    expect(attempts.filter((at) => at !== null)).toHaveLength(8);
    expect(engine.now()).toBe(end() + 3600 + 14 * DAY);
    expect(subscriptionOf(engine, subscription.id).status).toBe('canceled');
  });

  // https://docs.stripe.com/billing/revenue-recovery/smart-retries (hard declines)
  it('do not charge a lost card again, and go on with another', () => {
    engine.replaceCard(customer, '4000000000000341');
    const method = subscriptionOf(engine, subscription.id).default_payment_method;
    engine.transact((step) => {
      step.edit('sandbox.method_profile', `profile_${method}`).number = '4000000000009987';
    });
    engine.advanceTo(end() + 3700);
    const charges = engine.store.count('charge');
    engine.advanceTo(end() + 5 * DAY);
    expect(engine.store.count('charge')).toBe(charges);
    expect(latest()?.attempt_count).toBeGreaterThan(2);
    engine.replaceCard(customer, '4242424242424242');
    engine.advanceTo(end() + 9 * DAY);
    expect(latest()?.status).toBe('paid');
  });

  // https://docs.stripe.com/billing/subscriptions/overview#settings (what happens when all retries fail)
  it.each(['cancel', 'unpaid', 'past_due'] as const)(
    'end in what the account has chosen: %s',
    (choice) => {
      begin({ afterRetries: choice });
      fail();
      engine.advanceTo(end() + 20 * DAY);
      const { status } = subscriptionOf(engine, subscription.id);
      expect(status).toBe(choice === 'cancel' ? 'canceled' : choice);
      expect(differences(engine)).toEqual([]);
    },
  );

  // https://docs.stripe.com/billing/subscriptions/overview#unpaid
  it('stop while unpaid: renewals stay drafts', () => {
    begin({ afterRetries: 'unpaid' });
    fail();
    engine.advanceTo(end() + 40 * DAY);
    expect(latest()).toMatchObject({ status: 'draft', auto_advance: false });
    expect(eventTypes(engine)).toContain('invoice.payment_failed');
  });
});

describe('a preview', () => {
  const preview = (params: Record<string, unknown>) =>
    engine.request<Invoice>('POST', '/v1/invoices/create_preview', params);

  // https://docs.stripe.com/api/invoices/create_preview
  it('shows a new subscription, and makes none', () => {
    const price = priceOf(engine, 800);
    const count = engine.store.count('subscription');
    const shown = preview({ customer, subscription_details: { items: [{ price, quantity: 2 }] } });
    expect(shown).toMatchObject({ total: 1600, status: 'draft', number: null });
    expect(shown.id).toMatch(/^upcoming_in_/);
    expect(engine.store.count('subscription')).toBe(count);
  });

  it('shows what every period costs in recurring mode', () => {
    engine.advanceTo(engine.now() + 10 * DAY);
    const item = subscription.items.data[0]?.id;
    const price = priceOf(engine, 3000);
    const terms = {
      subscription: subscription.id,
      subscription_details: { items: [{ id: item, price }] },
    };
    expect(preview(terms).lines.data).toHaveLength(3);
    expect(preview({ ...terms, preview_mode: 'recurring' })).toMatchObject({
      total: 3000,
      amount_due: 3000,
    });
  });

  it('shows the next invoice of a customer, and none when the subscription ends', () => {
    expect(preview({ customer })).toMatchObject({ total: 1000, period_end: end() });
    engine.request('POST', `/v1/subscriptions/${subscription.id}`, { cancel_at_period_end: true });
    expect(() => preview({ customer })).toThrow('No upcoming invoices');
  });
});
