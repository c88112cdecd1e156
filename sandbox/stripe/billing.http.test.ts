import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from './testing/harness.ts';
import { startHarness } from './testing/harness.ts';

const DAY = 86_400;

describe('billing, driven by the real SDK', () => {
  let harness: Harness;
  let stripe: Stripe;
  let customer: string;
  let small: string;
  let large: string;

  beforeEach(async () => {
    harness = await startHarness({ settings: { balanceDelaySeconds: 0, draftSeconds: 0 } });
    stripe = harness.stripe;
    customer = (await stripe.customers.create({ email: 'reader@example.org' })).id;
    const intent = await stripe.setupIntents.create({
      customer,
      payment_method: await card(),
      confirm: true,
    });
    const method = typeof intent.payment_method === 'string' ? intent.payment_method : '';
    await stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: method },
    });
    [small, large] = [await price(500), await price(1500)];
  });
  // The harness fails the test for an unknown request, or an answer unlike the SDK's types.
  afterEach(() => harness.close());

  const card = async (number = '4242424242424242') =>
    (
      await stripe.paymentMethods.create({
        type: 'card',
        card: { number, exp_month: 12, exp_year: 2040 },
      })
    ).id;
  const price = async (amount: number) => {
    const { id } = await stripe.prices.create({
      currency: 'eur',
      unit_amount: amount,
      recurring: { interval: 'month' },
      product_data: { name: `Tier ${amount}` },
    });
    return id;
  };
  const subscribe = (params: Partial<Stripe.SubscriptionCreateParams> = {}) =>
    stripe.subscriptions.create({ customer, items: [{ price: small }], ...params });
  const itemOf = (subscription: Stripe.Subscription) => subscription.items.data[0]?.id ?? '';
  const periodEnd = (subscription: Stripe.Subscription) =>
    subscription.items.data[0]?.current_period_end ?? 0;

  it('previews an upgrade, makes it, and lists what was paid', async () => {
    const { id, items } = await subscribe();
    await harness.control('advance', { seconds: 10 * DAY });
    const item = items.data[0]?.id ?? '';
    const prorationDate = harness.sandbox.engine.now();
    const details = {
      items: [{ id: item, price: large }],
      proration_date: prorationDate,
      proration_behavior: 'always_invoice' as const,
    };
    const preview = await stripe.invoices.createPreview({
      subscription: id,
      subscription_details: details,
    });
    const updated = await stripe.subscriptions.update(id, {
      ...details,
      payment_behavior: 'pending_if_incomplete',
      expand: ['latest_invoice'],
    });
    const { latest_invoice: invoice } = updated;
    if (typeof invoice !== 'object' || !invoice) throw new Error('No invoice');
    expect(invoice).toMatchObject({
      status: 'paid',
      total: preview.total,
      billing_reason: 'subscription_update',
    });
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    expect(payments.data[0]).toMatchObject({ status: 'paid', amount_paid: preview.amount_due });
    const items2 = await stripe.invoiceItems.list({ customer });
    expect(items2.data.every((entry) => entry.proration)).toBe(true);
  });

  it('plans a downgrade with a schedule, and lets it go', async () => {
    const held = await subscribe({ items: [{ price: large }] });
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: held.id });
    const planned = await stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: 'release',
      proration_behavior: 'none',
      phases: [
        {
          items: [{ price: large }],
          start_date: schedule.phases[0]?.start_date ?? 0,
          end_date: periodEnd(held),
        },
        { items: [{ price: small }], duration: { interval: 'month' }, proration_behavior: 'none' },
      ],
    });
    expect(planned.phases).toHaveLength(2);
    const next = await stripe.invoices.createPreview({ schedule: schedule.id });
    expect(next.total).toBe(500);
    const released = await stripe.subscriptionSchedules.release(schedule.id);
    expect(released.status).toBe('released');
    await expect(stripe.subscriptionSchedules.release(schedule.id)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('takes coupons and codes, and ends them', async () => {
    const coupon = await stripe.coupons.create({
      percent_off: 12.5,
      duration: 'forever',
      name: 'Reader',
    });
    const promotion = await stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'READER',
    });
    const held = await subscribe({
      discounts: [{ promotion_code: promotion.id }],
      expand: ['latest_invoice', 'discounts'],
    });
    expect(held.latest_invoice).toMatchObject({ subtotal: 500, total: 437 });
    expect(held.discounts[0]).toMatchObject({
      source: { coupon: coupon.id },
      promotion_code: promotion.id,
    });
    expect((await stripe.promotionCodes.list({ code: 'reader' })).data).toHaveLength(1);
    expect(await stripe.subscriptions.deleteDiscount(held.id)).toMatchObject({
      object: 'discount',
      deleted: true,
    });
    await expect(stripe.coupons.create({ percent_off: 101 })).rejects.toMatchObject({
      param: 'percent_off',
    });
  });

  it('moves a customer by a test clock', async () => {
    const frozen = Math.floor(Date.parse('2031-05-10T12:00:00Z') / 1000);
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: frozen });
    customer = (
      await stripe.customers.create({ test_clock: clock.id, payment_method: await card() })
    ).id;
    const [method] = (await stripe.customers.listPaymentMethods(customer)).data;
    const held = await subscribe({ default_payment_method: method?.id ?? '' });
    expect(held.created).toBe(frozen);
    const moving = await stripe.testHelpers.testClocks.advance(clock.id, {
      frozen_time: periodEnd(held) + 60,
    });
    expect(moving.status).toBe('advancing');
    await harness.control('advance', { seconds: 2 });
    expect((await stripe.testHelpers.testClocks.retrieve(clock.id)).status).toBe('ready');
    const invoices = await stripe.invoices.list({ subscription: held.id });
    expect(invoices.data.map(({ billing_reason: reason }) => reason)).toEqual([
      'subscription_cycle',
      'subscription_create',
    ]);
    await harness.sandbox.settled();
    expect(harness.receiver.errors).toEqual([]);
    expect(harness.receiver.events.map(({ type }) => type)).toContain(
      'test_helpers.test_clock.ready',
    );
    expect(await stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({ deleted: true });
  });

  it('pauses and resumes, and cancels with credit for the rest', async () => {
    const held = await subscribe({ trial_period_days: 7 });
    expect(held.status).toBe('trialing');
    expect((await stripe.subscriptions.pause(held.id)).status).toBe('paused');
    const resumed = await stripe.subscriptions.resume(held.id, {
      billing_cycle_anchor: { type: 'now' },
    });
    expect(resumed.status).toBe('active');
    expect(itemOf(resumed)).toBe(itemOf(held));
    await harness.control('advance', { seconds: 5 * DAY });
    await stripe.subscriptions.cancel(held.id, { prorate: true, invoice_now: true });
    const after = await stripe.customers.retrieve(customer);
    expect(after).toMatchObject({ object: 'customer' });
    expect('balance' in after && after.balance).toBeLessThan(0);
    expect(
      (await stripe.customers.search({ query: 'email:"reader@example.org"' })).data,
    ).toHaveLength(1);
  });

  it('refuses what it does not do, and what Stripe does not know', async () => {
    const held = await subscribe();
    await expect(
      stripe.subscriptions.update(held.id, { add_invoice_items: [{ price: large }] }),
    ).rejects.toMatchObject({ code: 'sandbox_unsupported' });
    await expect(
      stripe.subscriptions.update(held.id, { items: [{ id: itemOf(held), tax_rates: ['txr_1'] }] }),
    ).rejects.toMatchObject({ code: 'sandbox_unsupported' });
  });
});
