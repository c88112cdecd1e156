import { describe, expect, it } from 'vitest';
import {
  DAY,
  differences,
  eventTypes,
  join,
  subscriptionOf,
  testEngine,
} from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import type { Invoice, InvoicePayment } from './objects/invoice.ts';
import type { Subscription } from './objects/subscription.ts';

type List<T> = { data: T[] };

const day = (seconds: number | undefined) =>
  new Date((seconds ?? 0) * 1000).toISOString().slice(0, 10);
const invoicesOf = (engine: Engine, id: string) =>
  engine.request<List<Invoice>>('GET', '/v1/invoices', { subscription: id }).data;
const update = (engine: Engine, id: string, params: Record<string, unknown>) =>
  engine.request<Subscription>('POST', `/v1/subscriptions/${id}`, params);

describe('subscriptions', () => {
  // https://docs.stripe.com/changelog/basil (where the fields have moved to)
  it('begin in Checkout, with everything where the pinned version has it', () => {
    const engine = testEngine();
    const subscription = join(engine);
    expect(subscription).toMatchObject({ status: 'active', billing_mode: { type: 'flexible' } });
    expect('current_period_end' in subscription).toBe(false);
    const [invoice] = invoicesOf(engine, subscription.id);
    expect(invoice).toMatchObject({
      status: 'paid',
      billing_reason: 'subscription_create',
      amount_paid: 600,
      parent: {
        subscription_details: { subscription: subscription.id, metadata: { kind: 'membership' } },
      },
    });
    expect(invoice && 'payment_intent' in invoice).toBe(false);
    expect(invoice?.lines.data[0]).toMatchObject({
      pricing: { price_details: { price: subscription.items.data[0]?.price.id } },
      parent: { subscription_item_details: { proration: false } },
    });
    const [payment] = engine.request<List<InvoicePayment>>('GET', '/v1/invoice_payments', {
      invoice: invoice?.id,
    }).data;
    expect(payment).toMatchObject({ status: 'paid', amount_paid: 600 });
    const back = engine.request<List<InvoicePayment>>('GET', '/v1/invoice_payments', {
      payment: { type: 'payment_intent', payment_intent: payment?.payment.payment_intent },
    });
    expect(back.data[0]?.invoice).toBe(invoice?.id);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/billing-cycle
  it('renew on the day of their anchor, through short months', () => {
    const engine = testEngine();
    const { id } = join(engine);
    const ends: string[] = [];
    for (let month = 0; month < 4; month += 1) {
      const end = subscriptionOf(engine, id).items.data[0]?.current_period_end ?? 0;
      ends.push(day(end));
      engine.advanceTo(end + 2 * 3600);
    }
    expect(ends).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    expect(invoicesOf(engine, id).map((invoice) => invoice.status)).toEqual(Array(5).fill('paid'));
  });

  // https://docs.stripe.com/invoicing/integration/workflow-transitions#finalized
  it('draft a renewal for an hour, then finalize and collect it', () => {
    const engine = testEngine();
    const { id, items } = join(engine);
    const end = items.data[0]?.current_period_end ?? 0;
    engine.advanceTo(end + 60);
    const [draft] = invoicesOf(engine, id);
    expect(draft).toMatchObject({
      status: 'draft',
      billing_reason: 'subscription_cycle',
      period_end: end,
    });
    expect(draft?.lines.data[0]?.period.start).toBe(end);
    engine.advanceTo(end + 3700);
    expect(invoicesOf(engine, id)[0]?.status).toBe('paid');
    const types = eventTypes(engine);
    expect(types.slice(types.lastIndexOf('invoice.created'))).toEqual([
      'invoice.created',
      'customer.subscription.updated',
      'invoice.finalized',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/revenue-recovery/smart-retries
  it('go past due when a renewal fails, and recover with another card', () => {
    const engine = testEngine();
    const { id, customer, items } = join(engine);
    engine.replaceCard(customer, '4000000000000341');
    engine.advanceTo((items.data[0]?.current_period_end ?? 0) + 3700);
    expect(subscriptionOf(engine, id).status).toBe('past_due');
    const [open] = invoicesOf(engine, id);
    expect(open).toMatchObject({ status: 'open', attempt_count: 1, attempted: true });
    expect(open?.next_payment_attempt).toBeGreaterThan(engine.now() + DAY - 3600);
    expect(engine.request('GET', `/v1/customers/${customer}`)['delinquent']).toBe(true);

    engine.replaceCard(customer, '4242424242424242');
    const paid = engine.request<Invoice>('POST', `/v1/invoices/${open?.id}/pay`);
    expect(paid).toMatchObject({ status: 'paid', next_payment_attempt: null });
    expect(subscriptionOf(engine, id).status).toBe('active');
    expect(engine.request('GET', `/v1/customers/${customer}`)['delinquent']).toBe(false);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/revenue-recovery/smart-retries (8 tries within 2 weeks)
  it('end when every retry has failed', () => {
    const engine = testEngine();
    const { id, customer } = join(engine, 'year');
    engine.replaceCard(customer, '4000000000000341');
    engine.advanceTo(engine.now() + 365 * DAY + 13 * DAY);
    expect(subscriptionOf(engine, id).status).toBe('past_due');
    engine.advanceTo(engine.now() + 3 * DAY);
    expect(subscriptionOf(engine, id)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'payment_failed' },
    });
    expect(invoicesOf(engine, id)[0]).toMatchObject({
      status: 'open',
      attempt_count: 9,
      next_payment_attempt: null,
    });
  });

  // https://docs.stripe.com/billing/subscriptions/overview#requires-action
  it('ask for authentication when the card always wants it', () => {
    const engine = testEngine();
    const { id, customer, items } = join(engine);
    engine.replaceCard(customer, '4000002760003184');
    engine.advanceTo((items.data[0]?.current_period_end ?? 0) + 3700);
    expect(subscriptionOf(engine, id).status).toBe('past_due');
    expect(eventTypes(engine)).toEqual(
      expect.arrayContaining([
        'payment_intent.requires_action',
        'invoice.payment_action_required',
        'invoice.payment_failed',
      ]),
    );
  });

  // https://docs.stripe.com/billing/subscriptions/cancel
  it('can be set to end with the period, and the plan be undone', () => {
    const engine = testEngine();
    const { id, items } = join(engine);
    const end = items.data[0]?.current_period_end ?? 0;
    const planned = update(engine, id, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'unused' },
    });
    expect(planned).toMatchObject({
      cancel_at: end,
      cancel_at_period_end: true,
      status: 'active',
      cancellation_details: { reason: 'cancellation_requested', feedback: 'unused' },
    });
    expect(update(engine, id, { cancel_at_period_end: false })).toMatchObject({
      cancel_at: null,
      canceled_at: null,
    });
    engine.advanceTo(end + 3700);
    expect(subscriptionOf(engine, id).status).toBe('active');

    const next = update(engine, id, { cancel_at_period_end: true }).cancel_at ?? 0;
    engine.advanceTo(next + 10);
    expect(subscriptionOf(engine, id)).toMatchObject({ status: 'canceled', ended_at: next });
    expect(invoicesOf(engine, id)).toHaveLength(2);
    expect(eventTypes(engine).at(-1)).toBe('customer.subscription.deleted');
  });

  it('can be ended at once', () => {
    const engine = testEngine();
    const { id } = join(engine);
    const ended = engine.request<Subscription>('DELETE', `/v1/subscriptions/${id}`);
    expect(ended).toMatchObject({ status: 'canceled', ended_at: engine.now() });
    const live = engine.request<List<Subscription>>('GET', '/v1/subscriptions').data;
    const all = engine.request<List<Subscription>>('GET', '/v1/subscriptions', {
      status: 'all',
    }).data;
    expect([live.length, all.length]).toEqual([0, 1]);
  });

  // https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
  it('expire when their first payment is not made within 23 hours', () => {
    const engine = testEngine();
    const customer = String(
      engine.request('POST', '/v1/customers', { email: 'a@example.org' })['id'],
    );
    engine.replaceCard(customer, '4000000000000341');
    const product = engine.request('POST', '/v1/products', { name: 'Friend' })['id'];
    const subscription = engine.request<Subscription>('POST', '/v1/subscriptions', {
      customer,
      items: [
        {
          price_data: {
            currency: 'eur',
            unit_amount: 500,
            product,
            recurring: { interval: 'month' },
          },
        },
      ],
    });
    expect(subscription.status).toBe('incomplete');
    engine.advanceTo(engine.now() + DAY);
    expect(subscriptionOf(engine, subscription.id).status).toBe('incomplete_expired');
    expect(invoicesOf(engine, subscription.id)[0]?.status).toBe('void');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/pause-payment
  it('keep their period and void their invoices while collection is paused, until it resumes', () => {
    const engine = testEngine();
    const { id, items } = join(engine);
    const end = items.data[0]?.current_period_end ?? 0;
    update(engine, id, { pause_collection: { behavior: 'void', resumes_at: end + 10 * DAY } });
    engine.advanceTo(end + 3700);
    expect(invoicesOf(engine, id)[0]?.status).toBe('void');
    engine.advanceTo(end + 11 * DAY);
    expect(subscriptionOf(engine, id)).toMatchObject({ status: 'active', pause_collection: null });
  });
});
