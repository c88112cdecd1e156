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
import type { Invoice } from './objects/invoice.ts';
import type { InvoiceItem } from './objects/invoice-item.ts';
import type { Subscription } from './objects/subscription.ts';

/** June has 30 days: its middle is 15 days on. */
const JUNE = new Date('2026-06-01T00:00:00Z');
const HALF = 15 * DAY;

let engine: Engine;
let customer: string;
let subscription: Subscription;
let small: string;
let large: string;

const itemOf = (held: Subscription) => held.items.data[0];
const update = (params: Record<string, unknown>) =>
  engine.request<Subscription>('POST', `/v1/subscriptions/${subscription.id}`, params);
const switchTo = (price: string, params: Record<string, unknown> = {}) =>
  update({ items: [{ id: itemOf(subscription)?.id, price }], ...params });
const pending = () =>
  engine.request<{ data: InvoiceItem[] }>('GET', '/v1/invoiceitems', { customer, pending: true })
    .data;

beforeEach(() => {
  engine = testEngine({ clock: { manual: JUNE }, settings: { draftSeconds: 0 } });
  customer = customerWithCard(engine);
  small = priceOf(engine, 1000);
  large = priceOf(engine, 2000);
  subscription = subscribe(engine, customer, small);
});

describe('changing the price of a subscription', () => {
  // https://docs.stripe.com/billing/subscriptions/prorations#how-prorations-work (10 to 20 halfway is 5 more)
  it('charges the difference at once with always_invoice', () => {
    engine.advanceTo(engine.now() + HALF);
    const switched = switchTo(large, { proration_behavior: 'always_invoice' });
    const [invoice] = invoicesOf(engine, subscription.id);
    expect(invoice).toMatchObject({
      billing_reason: 'subscription_update',
      status: 'paid',
      amount_paid: 500,
    });
    expect(invoice?.lines.data.map((line) => line.amount)).toEqual([-500, 1000]);
    expect(invoice?.lines.data[0]?.parent.subscription_item_details).toMatchObject({
      proration: true,
      proration_details: { credited_items: { invoice: subscription.latest_invoice } },
    });
    expect(switched.latest_invoice).toBe(invoice?.id);
    expect(itemOf(switched)?.current_period_end).toBe(itemOf(subscription)?.current_period_end);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/subscriptions/update#update_subscription-proration_behavior
  it('waits for the next invoice by default', () => {
    engine.advanceTo(engine.now() + HALF);
    switchTo(large);
    expect(pending().map((item) => item.amount)).toEqual([1000, -500]);
    expect(invoicesOf(engine, subscription.id)).toHaveLength(1);
    engine.advanceTo((itemOf(subscription)?.current_period_end ?? 0) + 60);
    const [renewal] = invoicesOf(engine, subscription.id);
    expect(renewal).toMatchObject({ billing_reason: 'subscription_cycle', amount_paid: 2500 });
    expect(pending()).toEqual([]);
    expect(differences(engine)).toEqual([]);
  });

  it('costs nothing now and the new price later without prorations', () => {
    engine.advanceTo(engine.now() + HALF);
    switchTo(large, { proration_behavior: 'none' });
    expect(pending()).toEqual([]);
    engine.advanceTo((itemOf(subscription)?.current_period_end ?? 0) + 60);
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(2000);
  });

  // https://docs.stripe.com/billing/subscriptions/billing-mode/compare#credit-proration-calculations
  it('credits what was really debited, not what the price says now', () => {
    engine.advanceTo(engine.now() + HALF);
    switchTo(large, { proration_behavior: 'none' });
    switchTo(small, { proration_behavior: 'create_prorations' });
    expect(pending().map((item) => item.amount)).toEqual([500, -500]);
  });

  // https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations
  it('turns an unpayable credit into a balance, and uses it up', () => {
    engine.advanceTo(engine.now() + HALF);
    const tiny = priceOf(engine, 200);
    switchTo(tiny, { proration_behavior: 'always_invoice' });
    const [credit] = invoicesOf(engine, subscription.id);
    expect(credit).toMatchObject({
      status: 'paid',
      total: -400,
      amount_due: 0,
      ending_balance: -400,
    });
    expect(engine.request('GET', `/v1/customers/${customer}`)['balance']).toBe(-400);
    engine.advanceTo((itemOf(subscription)?.current_period_end ?? 0) + 60);
    expect(invoicesOf(engine, subscription.id)[0]).toMatchObject({
      total: 200,
      amount_due: 0,
      starting_balance: -400,
      ending_balance: -200,
    });
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/subscriptions/update#update_subscription-proration_date
  it('prorates as of a given moment of the period', () => {
    const at = engine.now() + 10 * DAY;
    engine.advanceTo(engine.now() + HALF);
    switchTo(large, { proration_behavior: 'always_invoice', proration_date: at });
    expect(invoicesOf(engine, subscription.id)[0]?.lines.data.map(({ amount }) => amount)).toEqual([
      -667, 1333,
    ]);
    expect(() => switchTo(small, { proration_date: at - 60 * DAY })).toThrow('proration_date');
  });

  it('multiplies by the quantity', () => {
    engine.advanceTo(engine.now() + HALF);
    update({
      items: [{ id: itemOf(subscription)?.id, quantity: 3 }],
      proration_behavior: 'always_invoice',
    });
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(1000);
  });
});

describe('the billing cycle', () => {
  // https://docs.stripe.com/billing/subscriptions/billing-cycle#changing
  it('begins anew with billing_cycle_anchor now', () => {
    engine.advanceTo(engine.now() + HALF);
    const yearly = priceOf(engine, 10_000, 'year');
    const switched = switchTo(yearly, { billing_cycle_anchor: { type: 'now' } });
    expect(switched.billing_cycle_anchor).toBe(engine.now());
    expect(itemOf(switched)).toMatchObject({
      current_period_start: engine.now(),
      current_period_end: engine.now() + 365 * DAY,
    });
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(9500);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/billing-mode/compare
  it('keeps its anchor when only the interval changes', () => {
    engine.advanceTo(engine.now() + HALF);
    const yearly = priceOf(engine, 10_000, 'year');
    const switched = switchTo(yearly, { proration_behavior: 'always_invoice' });
    expect(switched.billing_cycle_anchor).toBe(subscription.billing_cycle_anchor);
    expect(itemOf(switched)?.current_period_end).toBe(
      subscription.billing_cycle_anchor + 365 * DAY,
    );
    // 350 of 365 days at the yearly price, less half a month.
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(9589 - 500);
  });
});

describe('a change whose payment fails', () => {
  beforeEach(() => {
    engine.advanceTo(engine.now() + HALF);
    engine.replaceCard(customer, '4000000000000341');
  });

  // https://docs.stripe.com/billing/subscriptions/pending-updates
  it('waits as a pending update, and is applied once it is paid', () => {
    const terms = {
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    };
    const waiting = switchTo(large, terms);
    expect(itemOf(waiting)?.price.id).toBe(small);
    expect(waiting.pending_update).toMatchObject({ expires_at: engine.now() + 23 * 3600 });
    expect(waiting.pending_update?.subscription_items?.[0]?.price.id).toBe(large);
    expect(waiting.status).toBe('active');
    expect(differences(engine)).toEqual([]);
    engine.replaceCard(customer, '4242424242424242');
    engine.request('POST', `/v1/invoices/${waiting.latest_invoice}/pay`);
    const applied = subscriptionOf(engine, subscription.id);
    expect(applied.pending_update).toBeNull();
    expect(itemOf(applied)?.price.id).toBe(large);
    expect(eventTypes(engine)).toContain('customer.subscription.pending_update_applied');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/pending-updates-reference#expiration
  it('is discarded after 23 hours, its invoice void and its credit undone', () => {
    const terms = {
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    };
    switchTo(large, terms);
    engine.advanceTo(engine.now() + DAY);
    const held = subscriptionOf(engine, subscription.id);
    expect(held.pending_update).toBeNull();
    expect(itemOf(held)?.price.id).toBe(small);
    expect(invoicesOf(engine, subscription.id)[0]?.status).toBe('void');
    expect(eventTypes(engine)).toContain('customer.subscription.pending_update_expired');
    engine.replaceCard(customer, '4242424242424242');
    switchTo(large, { proration_behavior: 'always_invoice' });
    // 14 of 30 days: the voided credit counts for nothing.
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(933 - 467);
  });

  // https://docs.stripe.com/api/invoices/create_preview
  it('is previewed as what then happens, though another change waits', () => {
    const terms = {
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    };
    switchTo(large, terms);
    engine.replaceCard(customer, '4242424242424242');
    const items = [{ id: itemOf(subscription)?.id, price: large, quantity: 2 }];
    const preview = engine.request<Invoice>('POST', '/v1/invoices/create_preview', {
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: 'always_invoice' },
    });
    update({ items, ...terms });
    const [made, discarded] = invoicesOf(engine, subscription.id);
    expect(made).toMatchObject({ status: 'paid', total: preview.total });
    expect(preview.total).toBe(1500);
    expect(discarded?.status).toBe('void');
  });

  it('stands with the subscription past due under allow_incomplete', () => {
    const switched = switchTo(large, { proration_behavior: 'always_invoice' });
    expect(switched.status).toBe('past_due');
    expect(itemOf(switched)?.price.id).toBe(large);
    expect(invoicesOf(engine, subscription.id)[0]).toMatchObject({
      status: 'open',
      attempt_count: 1,
    });
  });

  it('leaves no trace under error_if_incomplete', () => {
    const events = eventTypes(engine).length;
    expect(() =>
      switchTo(large, {
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    ).toThrow('declined');
    expect(itemOf(subscriptionOf(engine, subscription.id))?.price.id).toBe(small);
    expect(eventTypes(engine)).toHaveLength(events);
    expect(pending()).toEqual([]);
  });

  // https://docs.stripe.com/changelog/dahlia/2026-05-27/pending-subscription-update-metadata
  it('keeps its metadata with it until it is applied', () => {
    update({ metadata: { order: '1', tier: 'small' } });
    const waiting = switchTo(large, {
      ...{ proration_behavior: 'always_invoice', payment_behavior: 'pending_if_incomplete' },
      metadata: { tier: 'large' },
    });
    expect(waiting.metadata).toEqual({ order: '1', tier: 'small' });
    expect(waiting.pending_update?.metadata).toEqual({ tier: 'large' });
    engine.replaceCard(customer, '4242424242424242');
    engine.request('POST', `/v1/invoices/${waiting.latest_invoice}/pay`);
    expect(subscriptionOf(engine, subscription.id).metadata).toEqual({ order: '1', tier: 'large' });
    expect(differences(engine)).toEqual([]);
  });

  it('without anything to wait for takes its metadata over at once', () => {
    engine.replaceCard(customer, '4242424242424242');
    const switched = switchTo(large, {
      ...{ proration_behavior: 'always_invoice', payment_behavior: 'pending_if_incomplete' },
      metadata: { tier: 'large' },
    });
    expect(switched).toMatchObject({ pending_update: null, metadata: { tier: 'large' } });
  });

  // https://docs.stripe.com/billing/subscriptions/pending-updates-reference#supported-attributes
  it('takes nothing else along as a pending update', () => {
    expect(() =>
      switchTo(large, { payment_behavior: 'pending_if_incomplete', description: 'large' }),
    ).toThrow('pending_if_incomplete');
  });
});

describe('ending a subscription within its period', () => {
  // https://docs.stripe.com/api/subscriptions/cancel#cancel_subscription-prorate
  it('credits the unused time when asked to, on a last invoice', () => {
    engine.advanceTo(engine.now() + HALF);
    engine.request('DELETE', `/v1/subscriptions/${subscription.id}`, {
      prorate: true,
      invoice_now: true,
    });
    const [last] = invoicesOf(engine, subscription.id);
    expect(last).toMatchObject({ total: -500, status: 'paid', ending_balance: -500 });
    expect(engine.request<Invoice>('GET', `/v1/customers/${customer}`)).toMatchObject({
      balance: -500,
    });
    expect(differences(engine)).toEqual([]);
  });
});
