import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customerWithCard,
  DAY,
  differences,
  invoicesOf,
  priceOf,
  subscribe,
  subscriptionOf,
  testEngine,
} from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { StripeApiError } from './errors.ts';
import type { Invoice } from './objects/invoice.ts';
import type { Subscription } from './objects/subscription.ts';

/** What an invoice comes to, without what names it or tells when it was made. */
function substance(invoice: Invoice) {
  return {
    total: invoice.total,
    subtotal: invoice.subtotal,
    due: invoice.amount_due,
    starting: invoice.starting_balance,
    lines: invoice.lines.data.map((line) => ({
      amount: line.amount,
      period: line.period,
      description: line.description,
      discounts: line.discount_amounts.map(({ amount }) => amount),
      proration: line.parent.subscription_item_details?.proration,
    })),
  };
}

interface Change {
  price: number;
  quantity: number;
  prorate: 'always_invoice' | 'create_prorations';
  resets: boolean;
  wait: number;
}

const PRICES = [
  [700, 'month'],
  [1999, 'month'],
  [333, 'month'],
  [9999, 'year'],
] as const;

const changes = fc.array(
  fc.record<Change>({
    price: fc.nat(PRICES.length - 1),
    quantity: fc.integer({ min: 1, max: 5 }),
    prorate: fc.constantFrom('always_invoice', 'create_prorations'),
    resets: fc.boolean(),
    wait: fc.integer({ min: 0, max: 70 * DAY }),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Scene {
  engine: Engine;
  customer: string;
  subscription: string;
  prices: string[];
}

function begin(coupon: boolean): Scene {
  const engine = testEngine({ settings: { draftSeconds: 0 }, checkRequests: false });
  const customer = customerWithCard(engine);
  const prices = PRICES.map(([amount, interval]) => priceOf(engine, amount, interval));
  const discounts = coupon ? [{ coupon: couponOf(engine) }] : undefined;
  const { id } = subscribe(engine, customer, prices[0] ?? '', { discounts });
  return { engine, customer, subscription: id, prices };
}

function couponOf(engine: Engine): string {
  const params = { percent_off: 33.33, duration: 'forever' };
  return engine.request<{ id: string }>('POST', '/v1/coupons', params).id;
}

function paramsOf(scene: Scene, change: Change) {
  const item = subscriptionOf(scene.engine, scene.subscription).items.data[0]?.id;
  return {
    items: [{ id: item, price: scene.prices[change.price], quantity: change.quantity }],
    proration_behavior: change.prorate,
    ...(change.resets ? { billing_cycle_anchor: { type: 'now' } } : {}),
  };
}

/** The preview is asked first, then the change made, then the invoice awaited that it spoke of. */
function changeAndCompare(scene: Scene, change: Change): void {
  const { engine, subscription } = scene;
  engine.advanceTo(engine.now() + change.wait);
  const details = paramsOf(scene, change);
  const before = engine.store.count('invoiceitem') + engine.store.count('invoice');
  const preview = engine.request<Invoice>('POST', '/v1/invoices/create_preview', {
    subscription,
    subscription_details: details,
  });
  expect(engine.store.count('invoiceitem') + engine.store.count('invoice')).toBe(before);
  const held = invoicesOf(engine, subscription).length;
  const switched = engine.request<Subscription>(
    'POST',
    `/v1/subscriptions/${subscription}`,
    details,
  );
  if (invoicesOf(engine, subscription).length === held) {
    engine.advanceTo(switched.items.data[0]?.current_period_end ?? 0);
  }
  const [made] = invoicesOf(engine, subscription);
  expect(made && substance(made)).toEqual(substance(preview));
}

/** Nothing is negative, everything whole, and each invoice adds up. */
function checkInvoices(scene: Scene): void {
  let balance = 0;
  for (const invoice of [...invoicesOf(scene.engine, scene.subscription)].reverse()) {
    const { total, amount_due: due, starting_balance: starting, ending_balance: ending } = invoice;
    expect(Number.isInteger(total) && Number.isInteger(due)).toBe(true);
    expect(due).toBeGreaterThanOrEqual(0);
    expect(starting).toBe(balance);
    expect(ending).toBe(starting + total - due);
    balance = ending ?? balance;
    const lines = invoice.lines.data.flatMap((line) => [
      line.amount,
      ...line.discount_amounts.map(({ amount }) => -amount),
    ]);
    expect(lines.reduce((sum, amount) => sum + amount, 0)).toBe(total);
  }
  const customer = scene.engine.request('GET', `/v1/customers/${scene.customer}`);
  expect(customer['balance']).toBe(balance);
}

describe('random changes of a subscription', () => {
  // https://docs.stripe.com/billing/subscriptions/prorations#preview-proration
  it('make just the invoice that their preview showed', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (list, coupon) => {
        const scene = begin(coupon);
        for (const change of list) changeAndCompare(scene, change);
        checkInvoices(scene);
        expect(differences(scene.engine)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  /**
   * The time between two changes costs its share of the price in force; each share is rounded once
   * when it is debited and once when it is credited (https://docs.stripe.com/billing/subscriptions/prorations).
   */
  it('bill in sum what was used', () => {
    const monthly = changes.map((list) =>
      list.map((change) => ({
        ...change,
        price: change.price % 3,
        resets: false,
        wait: change.wait % (4 * DAY),
      })),
    );
    fc.assert(
      fc.property(monthly, (list) => {
        const scene = begin(false);
        const { engine, subscription } = scene;
        const [item] = subscriptionOf(engine, subscription).items.data;
        const [start, end] = [item?.current_period_start ?? 0, item?.current_period_end ?? 0];
        let used = 0;
        let rate: number = PRICES[0][0];
        let since = start;
        for (const change of list) {
          engine.advanceTo(engine.now() + change.wait);
          used += (rate * (engine.now() - since)) / (end - start);
          since = engine.now();
          engine.request('POST', `/v1/subscriptions/${subscription}`, paramsOf(scene, change));
          rate = (PRICES[change.price]?.[0] ?? 0) * change.quantity;
        }
        engine.request('DELETE', `/v1/subscriptions/${subscription}`, {
          prorate: true,
          invoice_now: true,
        });
        used += (rate * (engine.now() - since)) / (end - start);
        const billed = invoicesOf(engine, subscription).reduce((sum, { total }) => sum + total, 0);
        expect(Math.abs(billed - used)).toBeLessThanOrEqual(list.length + 1);
        checkInvoices(scene);
      }),
      { numRuns: 60 },
    );
  });

  it('that Stripe refuses leave nothing behind', () => {
    const scene = begin(false);
    const held = JSON.stringify([...scene.engine.store.all()]);
    expect(() =>
      scene.engine.request('POST', `/v1/subscriptions/${scene.subscription}`, {
        items: [{ id: 'si_unknown', quantity: 2 }],
      }),
    ).toThrow(StripeApiError);
    expect(JSON.stringify([...scene.engine.store.all()])).toBe(held);
  });
});
