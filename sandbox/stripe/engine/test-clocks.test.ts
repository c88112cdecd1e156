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
import type { TestClock } from './objects/test-clock.ts';

const PATH = '/v1/test_helpers/test_clocks';
const FROZEN = Math.floor(Date.parse('2027-03-01T09:00:00Z') / 1000);

let engine: Engine;
let clock: TestClock;
let customer: string;
let price: string;

const clockNow = () => engine.request<TestClock>('GET', `${PATH}/${clock.id}`);
const advance = (to: number) =>
  engine.request<TestClock>('POST', `${PATH}/${clock.id}/advance`, { frozen_time: to });
/** Advances and waits until the clock is ready. */
const pass = (to: number) => {
  advance(to);
  engine.advanceTo(engine.now() + 1);
};

// https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage
beforeEach(() => {
  engine = testEngine();
  clock = engine.request<TestClock>('POST', PATH, { frozen_time: FROZEN, name: 'A year' });
  customer = customerWithCard(engine, '4242424242424242', { test_clock: clock.id });
  price = priceOf(engine, 1000);
});

describe('a test clock', () => {
  it('drives all that belongs to its customers, and nothing else', () => {
    const ours = subscribe(engine, customer, price);
    const other = subscribe(engine, customerWithCard(engine), price);
    expect(ours).toMatchObject({ test_clock: clock.id, created: FROZEN });
    const end = ours.items.data[0]?.current_period_end ?? 0;
    expect(end).toBe(FROZEN + 31 * DAY);
    engine.advanceTo(engine.now() + 29 * DAY);
    expect(invoicesOf(engine, ours.id)).toHaveLength(1);
    const others = invoicesOf(engine, other.id).length;
    expect(others).toBeGreaterThan(1);

    pass(end + 2 * 3600);
    expect(invoicesOf(engine, ours.id)).toMatchObject([
      { status: 'paid', test_clock: clock.id, created: end, billing_reason: 'subscription_cycle' },
      { status: 'paid' },
    ]);
    expect(invoicesOf(engine, other.id)).toHaveLength(others);
    expect(clockNow()).toMatchObject({ status: 'ready', frozen_time: end + 2 * 3600 });
    expect(
      engine.request<{ data: unknown[] }>('GET', '/v1/customers', { test_clock: clock.id }).data,
    ).toHaveLength(1);
    expect(differences(engine)).toEqual([]);
  });

  it('answers advancing, and is ready a moment later', () => {
    expect(advance(FROZEN + DAY)).toMatchObject({
      status: 'advancing',
      status_details: { advancing: { target_frozen_time: FROZEN + DAY } },
    });
    expect(() => advance(FROZEN + 2 * DAY)).toThrow('underway');
    engine.advanceTo(engine.now() + 1);
    expect(clockNow()).toMatchObject({
      status: 'ready',
      frozen_time: FROZEN + DAY,
      status_details: {},
    });
    expect(eventTypes(engine)).toEqual(
      expect.arrayContaining([
        'test_helpers.test_clock.advancing',
        'test_helpers.test_clock.ready',
      ]),
    );
    expect(differences(engine)).toEqual([]);
  });

  it('goes forward only, by two intervals at most', () => {
    expect(() => advance(FROZEN)).toThrow('future');
    subscribe(engine, customer, price);
    expect(() => advance(FROZEN + 70 * DAY)).toThrow('two intervals');
    pass(FROZEN + 60 * DAY);
    expect(clockNow().frozen_time).toBe(FROZEN + 60 * DAY);
  });

  it('has at most three customers with three subscriptions each', () => {
    for (let count = 0; count < 3; count += 1) subscribe(engine, customer, price);
    expect(() => subscribe(engine, customer, price)).toThrow('limit');
    customerWithCard(engine, undefined, { test_clock: clock.id });
    customerWithCard(engine, undefined, { test_clock: clock.id });
    expect(() => customerWithCard(engine, undefined, { test_clock: clock.id })).toThrow('limit');
  });

  it('runs the retries of a failed renewal to their end', () => {
    const { id } = subscribe(engine, customer, price);
    engine.replaceCard(customer, '4000000000000341');
    pass(FROZEN + 33 * DAY);
    expect(subscriptionOf(engine, id).status).toBe('past_due');
    pass(FROZEN + 50 * DAY);
    expect(subscriptionOf(engine, id)).toMatchObject({
      status: 'canceled',
      ended_at: FROZEN + 31 * DAY + 3600 + 14 * DAY,
    });
  });

  it('goes on after a restart', () => {
    const { id } = subscribe(engine, customer, price);
    const later = testEngine({ clock: { manual: new Date(engine.now() * 1000) }, idPosition: 1e5 });
    later.restore([...engine.store.all()]);
    engine = later;
    pass(FROZEN + 32 * DAY);
    expect(invoicesOf(engine, id)).toHaveLength(2);
  });

  it('takes its customers with it when it is deleted, and after 30 days', () => {
    const { id } = subscribe(engine, customer, price);
    engine.request('DELETE', `${PATH}/${clock.id}`);
    expect(engine.request('GET', `/v1/customers/${customer}`)).toMatchObject({ deleted: true });
    expect(subscriptionOf(engine, id).status).toBe('canceled');
    const second = engine.request<TestClock>('POST', PATH, { frozen_time: FROZEN });
    engine.advanceTo(second.deletes_after);
    expect(engine.request('GET', `${PATH}/${second.id}`)).toMatchObject({ deleted: true });
    expect(differences(engine)).toEqual([]);
  });
});
