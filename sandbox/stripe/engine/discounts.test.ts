import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckoutSession } from './objects/checkout-session.ts';
import type { Invoice } from './objects/invoice.ts';
import type { Engine } from './engine.ts';
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

let engine: Engine;
let customer: string;
let price: string;

const coupon = (params: Record<string, unknown>) =>
  engine.request<{ id: string }>('POST', '/v1/coupons', params).id;
const code = (of: string, params: Record<string, unknown> = {}) =>
  engine.request<{ id: string }>('POST', '/v1/promotion_codes', {
    promotion: { type: 'coupon', coupon: of },
    ...params,
  }).id;
const month = (id: string, months: number) => {
  for (let index = 0; index < months; index += 1) {
    engine.advanceTo((subscriptionOf(engine, id).items.data[0]?.current_period_end ?? 0) + 60);
  }
};
const totals = (id: string) =>
  invoicesOf(engine, id)
    .map(({ total }) => total)
    .reverse();

beforeEach(() => {
  engine = testEngine({ settings: { draftSeconds: 0 } });
  customer = customerWithCard(engine);
  price = priceOf(engine, 1000);
});

describe('a coupon on a subscription', () => {
  // https://docs.stripe.com/billing/subscriptions/coupons#coupon-duration
  it.each([
    ['once', { duration: 'once' }, [750, 1000, 1000, 1000]],
    ['some months', { duration: 'repeating', duration_in_months: 2 }, [750, 750, 1000, 1000]],
    ['for good', { duration: 'forever' }, [750, 750, 750, 750]],
  ])('works %s', (_name, duration, expected) => {
    const { id } = subscribe(engine, customer, price, {
      discounts: [{ coupon: coupon({ percent_off: 25, ...duration }) }],
    });
    month(id, 3);
    expect(totals(id)).toEqual(expected);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/changelog/clover/2025-09-30/discount-source-property
  it('is found through the source of its discount', () => {
    const off = coupon({ amount_off: 300, currency: 'eur', name: 'Spring' });
    const { id } = subscribe(engine, customer, price, { discounts: [{ coupon: off }] });
    const [invoice] = invoicesOf(engine, id);
    expect(invoice).toMatchObject({ subtotal: 1000, total: 700, amount_paid: 700 });
    const shown = engine.request<{ discounts: { source: { coupon: string } }[] }>(
      'GET',
      `/v1/invoices/${invoice?.id}`,
      { expand: ['discounts'] },
    );
    expect(shown.discounts[0]?.source.coupon).toBe(off);
    expect(engine.request('GET', `/v1/coupons/${off}`)['times_redeemed']).toBe(1);
    expect(eventTypes(engine)).toEqual(
      expect.arrayContaining([
        'coupon.created',
        'customer.discount.created',
        'customer.discount.deleted',
      ]),
    );
  });

  it('is lowered to the sum, and several work one after the other', () => {
    const { id } = subscribe(engine, customer, price, {
      discounts: [
        { coupon: coupon({ percent_off: 50, duration: 'forever' }) },
        { coupon: coupon({ amount_off: 800, currency: 'eur', duration: 'forever' }) },
      ],
    });
    expect(invoicesOf(engine, id)[0]).toMatchObject({ total: 0, amount_due: 0, status: 'paid' });
    expect(
      engine.request<Invoice>('GET', `/v1/invoices/${invoicesOf(engine, id)[0]?.id}`)
        .total_discount_amounts,
    ).toMatchObject([{ amount: 500 }, { amount: 500 }]);
  });

  // https://docs.stripe.com/billing/subscriptions/prorations (prorations are net of discounts)
  it('lowers prorations too', () => {
    const off = coupon({ percent_off: 50, duration: 'forever' });
    const held = subscribe(engine, customer, price, { discounts: [{ coupon: off }] });
    engine.advanceTo(engine.now() + 14 * DAY);
    engine.request('POST', `/v1/subscriptions/${held.id}`, {
      items: [{ id: held.items.data[0]?.id, price: priceOf(engine, 2000) }],
      proration_behavior: 'always_invoice',
    });
    expect(invoicesOf(engine, held.id)[0]?.lines.data.map(({ amount }) => amount)).toEqual([
      -250, 500,
    ]);
  });

  it('can be put on later and taken off', () => {
    const { id } = subscribe(engine, customer, price);
    const off = coupon({ percent_off: 10, duration: 'forever' });
    engine.request('POST', `/v1/subscriptions/${id}`, { discounts: [{ coupon: off }] });
    month(id, 1);
    engine.request('POST', `/v1/subscriptions/${id}`, { discounts: '' });
    month(id, 1);
    expect(totals(id)).toEqual([1000, 900, 1000]);
  });

  it('is refused when used up, out of date or in another currency', () => {
    const single = coupon({ percent_off: 10, max_redemptions: 1 });
    subscribe(engine, customer, price, { discounts: [{ coupon: single }] });
    const attempt = (id: string) => () =>
      subscribe(engine, customer, price, { discounts: [{ coupon: id }] });
    expect(attempt(single)).toThrow('Coupon expired');
    const short = coupon({ percent_off: 10, redeem_by: engine.now() + DAY });
    engine.advanceTo(engine.now() + 2 * DAY);
    expect(attempt(short)).toThrow('Coupon expired');
    expect(engine.request('GET', `/v1/coupons/${short}`)['valid']).toBe(false);
    expect(attempt(coupon({ amount_off: 100, currency: 'usd' }))).toThrow('usd');
  });
});

describe('a promotion code', () => {
  const checkout = (params: Record<string, unknown>) =>
    engine.request<CheckoutSession>('POST', '/v1/checkout/sessions', {
      success_url: 'https://news.example/welcome',
      line_items: [{ price, quantity: 1 }],
      mode: 'subscription',
      ...params,
    });

  // https://docs.stripe.com/payments/checkout/discounts
  it('is given to Checkout by its creator', () => {
    const promotion = code(coupon({ percent_off: 50, duration: 'once' }), { code: 'WELCOME' });
    const session = checkout({ discounts: [{ promotion_code: promotion }] });
    expect(session).toMatchObject({ amount_total: 500, total_details: { amount_discount: 500 } });
    engine.completeCheckout(session.id, READER);
    const done = engine.request<CheckoutSession>('GET', `/v1/checkout/sessions/${session.id}`);
    expect(invoicesOf(engine, done.subscription ?? '')[0]?.amount_paid).toBe(500);
    expect(engine.request('GET', `/v1/promotion_codes/${promotion}`)['times_redeemed']).toBe(1);
    expect(differences(engine)).toEqual([]);
  });

  it('is entered by the visitor where the session takes codes', () => {
    code(coupon({ amount_off: 400, currency: 'eur', duration: 'once' }), { code: 'READER4' });
    const session = checkout({ allow_promotion_codes: true });
    engine.completeCheckout(session.id, { ...READER, promotionCode: 'reader4' });
    expect(engine.request('GET', `/v1/checkout/sessions/${session.id}`)).toMatchObject({
      amount_total: 600,
      payment_status: 'paid',
    });
  });

  // https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes
  it('may be for first orders, larger orders or one customer only', () => {
    const off = coupon({ percent_off: 50, duration: 'once' });
    const attempt = (promotion: string) => () =>
      subscribe(engine, customer, price, { discounts: [{ promotion_code: promotion }] });
    expect(
      attempt(
        code(off, { restrictions: { minimum_amount: 2000, minimum_amount_currency: 'eur' } }),
      ),
    ).toThrow('too low');
    expect(attempt(code(off, { customer: customerWithCard(engine) }))).toThrow('this customer');
    subscribe(engine, customer, price);
    expect(attempt(code(off, { restrictions: { first_time_transaction: true } }))).toThrow(
      'prior transactions',
    );
    expect(attempt(code(off, { active: false }))).toThrow('expired or used up');
  });
});
