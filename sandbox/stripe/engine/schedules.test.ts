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
import type { SubscriptionSchedule } from './objects/schedule.ts';
import type { Subscription } from './objects/subscription.ts';

const PATH = '/v1/subscription_schedules';

let engine: Engine;
let customer: string;
let subscription: Subscription;
let small: string;
let large: string;

const end = () => subscription.items.data[0]?.current_period_end ?? 0;
const attach = () =>
  engine.request<SubscriptionSchedule>('POST', PATH, { from_subscription: subscription.id });
/** The large price until the period's end, the small one from then on. */
const planDowngrade = (params: Record<string, unknown> = {}) => {
  const schedule = attach();
  return engine.request<SubscriptionSchedule>('POST', `${PATH}/${schedule.id}`, {
    proration_behavior: 'none',
    phases: [
      {
        items: [{ price: large, quantity: 1 }],
        start_date: schedule.phases[0]?.start_date,
        end_date: end(),
      },
      { items: [{ price: small, quantity: 1 }], duration: { interval: 'month' } },
    ],
    ...params,
  });
};

beforeEach(() => {
  engine = testEngine({ settings: { draftSeconds: 0 } });
  customer = customerWithCard(engine);
  small = priceOf(engine, 500);
  large = priceOf(engine, 1500);
  subscription = subscribe(engine, customer, large);
});

describe('a subscription schedule', () => {
  // https://docs.stripe.com/api/subscription_schedules/create#create_subscription_schedule-from_subscription
  it('takes up a subscription as it is', () => {
    const schedule = attach();
    expect(schedule).toMatchObject({
      status: 'active',
      subscription: subscription.id,
      end_behavior: 'release',
      current_phase: { start_date: subscription.start_date, end_date: end() },
    });
    expect(schedule.phases[0]?.items).toMatchObject([{ price: large, quantity: 1 }]);
    expect(subscriptionOf(engine, subscription.id).schedule).toBe(schedule.id);
    expect(eventTypes(engine)).toContain('subscription_schedule.created');
    expect(attach).toThrow('already attached');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/billing/subscriptions/subscription-schedules/use-cases
  it('changes the price when the next phase begins, and lets go at its end', () => {
    const schedule = planDowngrade();
    expect(invoicesOf(engine, subscription.id)).toHaveLength(1);
    engine.advanceTo(end() + 60);
    const switched = subscriptionOf(engine, subscription.id);
    expect(switched.items.data[0]?.price.id).toBe(small);
    const [renewal] = invoicesOf(engine, subscription.id);
    expect(renewal).toMatchObject({ billing_reason: 'subscription_cycle', amount_paid: 500 });
    expect(renewal?.lines.data).toHaveLength(1);
    engine.advanceTo((switched.items.data[0]?.current_period_end ?? 0) + 60);
    expect(engine.request('GET', `${PATH}/${schedule.id}`)).toMatchObject({
      status: 'released',
      released_subscription: subscription.id,
      subscription: null,
    });
    expect(subscriptionOf(engine, subscription.id)).toMatchObject({
      schedule: null,
      status: 'active',
    });
    expect(invoicesOf(engine, subscription.id).map((invoice) => invoice.amount_paid)).toEqual([
      500, 500, 1500,
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/invoices/create_preview
  it('has its next invoice previewed', () => {
    const schedule = planDowngrade();
    const preview = engine.request<Invoice>('POST', '/v1/invoices/create_preview', {
      schedule: schedule.id,
    });
    expect(preview).toMatchObject({ billing_reason: 'upcoming', total: 500, period_end: end() });
    engine.advanceTo(end() + 60);
    expect(invoicesOf(engine, subscription.id)[0]?.total).toBe(preview.total);
  });

  it('can go from a month to a year', () => {
    const yearly = priceOf(engine, 5000, 'year');
    const schedule = attach();
    engine.request('POST', `${PATH}/${schedule.id}`, {
      phases: [
        { items: [{ price: large }], start_date: schedule.phases[0]?.start_date, end_date: end() },
        { items: [{ price: yearly }] },
      ],
    });
    engine.advanceTo(end() + 60);
    const held = subscriptionOf(engine, subscription.id);
    expect(held.billing_cycle_anchor).toBe(end());
    expect(held.items.data[0]).toMatchObject({ current_period_start: end() });
    expect(held.items.data[0]?.current_period_end).toBe(end() + 365 * DAY);
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(5000);
  });

  // https://docs.stripe.com/api/subscription_schedules/update
  it('applies a change of the present phase at once', () => {
    engine.advanceTo(engine.now() + 14 * DAY);
    const schedule = attach();
    engine.request('POST', `${PATH}/${schedule.id}`, {
      proration_behavior: 'always_invoice',
      phases: [
        { items: [{ price: small }], start_date: schedule.phases[0]?.start_date, end_date: end() },
      ],
    });
    expect(subscriptionOf(engine, subscription.id).items.data[0]?.price.id).toBe(small);
    expect(invoicesOf(engine, subscription.id)[0]?.total).toBe(-500);
  });

  it('ends the subscription with it when it is to cancel', () => {
    planDowngrade({ end_behavior: 'cancel' });
    engine.advanceTo(end() + 60);
    const last = subscriptionOf(engine, subscription.id);
    expect(last.cancel_at).toBe(last.items.data[0]?.current_period_end);
    engine.advanceTo((last.cancel_at ?? 0) + 60);
    expect(subscriptionOf(engine, subscription.id).status).toBe('canceled');
    expect(eventTypes(engine)).toContain('subscription_schedule.completed');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/subscription_schedules/release
  it('is released, and the subscription goes on as it is', () => {
    const { id } = planDowngrade();
    engine.request('POST', `${PATH}/${id}/release`);
    engine.advanceTo(end() + 60);
    expect(subscriptionOf(engine, subscription.id).items.data[0]?.price.id).toBe(large);
    expect(() => engine.request('POST', `${PATH}/${id}/release`)).toThrow('released');
  });

  // https://docs.stripe.com/api/subscription_schedules/cancel
  it('is cancelled together with its subscription', () => {
    const { id } = planDowngrade();
    engine.request('POST', `${PATH}/${id}/cancel`, { prorate: false });
    expect(engine.request('GET', `${PATH}/${id}`)['status']).toBe('canceled');
    expect(subscriptionOf(engine, subscription.id).status).toBe('canceled');
    const listed = engine.request<{ data: unknown[] }>('GET', PATH, { customer }).data;
    expect(listed).toHaveLength(1);
  });

  // https://docs.stripe.com/billing/subscriptions/subscription-schedules#managing
  it('keeps pausing and cancelling to itself', () => {
    attach();
    const update = (params: Record<string, unknown>) => () =>
      engine.request('POST', `/v1/subscriptions/${subscription.id}`, params);
    expect(update({ cancel_at_period_end: true })).toThrow('managed by the subscription schedule');
    expect(update({ pause_collection: { behavior: 'void' } })).toThrow(
      'managed by the subscription schedule',
    );
  });

  it('follows a change that is made to the subscription itself', () => {
    const { id } = attach();
    engine.request('POST', `/v1/subscriptions/${subscription.id}`, {
      items: [{ id: subscription.items.data[0]?.id, price: small }],
      proration_behavior: 'none',
    });
    const { phases } = engine.request<SubscriptionSchedule>('GET', `${PATH}/${id}`);
    expect(phases[0]?.items).toMatchObject([{ price: small }]);
    engine.advanceTo(end() + 60);
    expect(invoicesOf(engine, subscription.id)[0]?.amount_paid).toBe(500);
  });

  it('begins a subscription of its own on the day that is set', () => {
    const start = engine.now() + 5 * DAY;
    const schedule = engine.request<SubscriptionSchedule>('POST', PATH, {
      customer,
      start_date: start,
      phases: [{ items: [{ price: small }], duration: { interval: 'month', interval_count: 2 } }],
    });
    expect(schedule).toMatchObject({ status: 'not_started', subscription: null });
    engine.advanceTo(start + 60);
    const begun = engine.request<SubscriptionSchedule>('GET', `${PATH}/${schedule.id}`);
    expect(begun.status).toBe('active');
    expect(subscriptionOf(engine, begun.subscription ?? '')).toMatchObject({
      status: 'active',
      start_date: start,
    });
    expect(differences(engine)).toEqual([]);
  });
});
