import type Stripe from 'stripe';
import { type Scenario, type Tools, errorCode } from './scenario.ts';

async function join(
  tools: Tools,
  parts: { card?: string; amount?: number } = {},
): Promise<{ clock: string; subscription: Stripe.Subscription }> {
  const clock = await tools.clock();
  const customer = await tools.customer(parts.card ?? 'pm_card_visa', { clock: clock.id });
  const product = await tools.product();
  const subscription = await tools.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price_data: monthly(product.id, parts.amount ?? 1000) }],
  });
  return { clock: clock.id, subscription };
}

const monthly = (product: string, amount: number) => ({
  currency: 'eur',
  product,
  unit_amount: amount,
  recurring: { interval: 'month' as const },
});

const itemOf = (subscription: Stripe.Subscription): Stripe.SubscriptionItem => {
  const [item] = subscription.items.data;
  if (!item) throw new Error('A subscription without an item');
  return item;
};

const productOf = (subscription: Stripe.Subscription): string => {
  const { product } = itemOf(subscription).price;
  return typeof product === 'string' ? product : product.id;
};

async function latestInvoice({ stripe }: Tools, subscription: string): Promise<Stripe.Invoice> {
  const { data } = await stripe.invoices.list({ subscription, limit: 1 });
  if (!data[0]) throw new Error('A subscription without an invoice');
  return data[0];
}

/** Puts another card on the customer that every charge is refused for. */
async function spoilCard({ stripe }: Tools, customer: string): Promise<void> {
  const method = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: method.id },
  });
}

const customerOf = (subscription: Stripe.Subscription): string =>
  typeof subscription.customer === 'string' ? subscription.customer : subscription.customer.id;

export const membershipScenarios: readonly Scenario[] = [
  {
    name: 'a membership renews after a month, with an invoice that was a draft for an hour',
    source: 'https://docs.stripe.com/billing/testing/test-clocks',
    expected: {
      first: 'subscription_create',
      renewal: 'subscription_cycle',
      paid: 1000,
      status: 'active',
      periodMoved: true,
    },
    async run(tools) {
      const { clock, subscription } = await join(tools);
      const first = await latestInvoice(tools, subscription.id);
      await tools.pass(clock, 32);
      const renewal = await latestInvoice(tools, subscription.id);
      const after = await tools.stripe.subscriptions.retrieve(subscription.id);
      return {
        first: first.billing_reason,
        renewal: renewal.billing_reason,
        paid: renewal.amount_paid,
        status: after.status,
        periodMoved: itemOf(after).current_period_start === itemOf(subscription).current_period_end,
      };
    },
  },
  {
    name: 'a renewal that fails is past due and is tried again; a new card pays it',
    source: 'https://docs.stripe.com/billing/revenue-recovery/smart-retries',
    expected: {
      status: 'past_due',
      invoice: 'open',
      attempts: 1,
      hasNextAttempt: true,
      after: 'active',
    },
    async run(tools) {
      const { stripe } = tools;
      const { clock, subscription } = await join(tools);
      const customer = customerOf(subscription);
      await spoilCard(tools, customer);
      await tools.pass(clock, 31);
      await tools.pass(clock, 1);
      const failing = await stripe.subscriptions.retrieve(subscription.id);
      const invoice = await latestInvoice(tools, subscription.id);
      const good = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
      await stripe.customers.update(customer, {
        invoice_settings: { default_payment_method: good.id },
      });
      await stripe.invoices.pay(invoice.id, { payment_method: good.id });
      const after = await stripe.subscriptions.retrieve(subscription.id);
      return {
        status: failing.status,
        invoice: invoice.status,
        attempts: invoice.attempt_count,
        hasNextAttempt: invoice.next_payment_attempt !== null,
        after: after.status,
      };
    },
  },
  {
    name: 'an upgrade is charged now, as its preview said',
    source: 'https://docs.stripe.com/billing/subscriptions/prorations',
    expected: {
      previewIsCharged: true,
      reason: 'subscription_update',
      amount: 2000,
      anchorStays: true,
    },
    async run(tools) {
      const { stripe } = tools;
      const { clock, subscription } = await join(tools);
      await tools.pass(clock, 10);
      const item = itemOf(subscription);
      const { frozen_time: prorationDate } = await stripe.testHelpers.testClocks.retrieve(clock);
      const items = [{ id: item.id, price_data: monthly(productOf(subscription), 2000) }];
      const preview = await stripe.invoices.createPreview({
        subscription: subscription.id,
        subscription_details: {
          items,
          proration_behavior: 'always_invoice',
          proration_date: prorationDate,
        },
      });
      const after = await stripe.subscriptions.update(subscription.id, {
        items,
        proration_behavior: 'always_invoice',
        proration_date: prorationDate,
        payment_behavior: 'pending_if_incomplete',
      });
      const invoice = await latestInvoice(tools, subscription.id);
      return {
        previewIsCharged: preview.amount_due > 0 && preview.amount_due === invoice.amount_paid,
        reason: invoice.billing_reason,
        amount: itemOf(after).price.unit_amount,
        anchorStays: itemOf(after).current_period_end === item.current_period_end,
      };
    },
  },
  {
    name: 'a downgrade waits in a schedule for the end of the period',
    source: 'https://docs.stripe.com/billing/subscriptions/subscription-schedules',
    expected: { before: 1000, after: 500, renewed: 500 },
    async run(tools) {
      const { stripe } = tools;
      const clock = (await tools.clock()).id;
      const customer = await tools.customer('pm_card_visa', { clock });
      const product = await tools.product();
      const priceOf = (unitAmount: number) =>
        stripe.prices.create({
          currency: 'eur',
          product: product.id,
          unit_amount: unitAmount,
          recurring: { interval: 'month' },
        });
      const price = (await priceOf(1000)).id;
      const lower = (await priceOf(500)).id;
      const subscription = await stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price }],
      });
      const schedule = await stripe.subscriptionSchedules.create({
        from_subscription: subscription.id,
      });
      const [phase] = schedule.phases;
      await stripe.subscriptionSchedules.update(schedule.id, {
        end_behavior: 'release',
        phases: [
          {
            items: [{ price, quantity: 1 }],
            start_date: phase?.start_date ?? 'now',
            end_date: phase?.end_date ?? 'now',
          },
          {
            items: [{ price: lower, quantity: 1 }],
            duration: { interval: 'month', interval_count: 1 },
          },
        ],
      });
      const before = await stripe.subscriptions.retrieve(subscription.id);
      await tools.pass(clock, 32);
      const after = await stripe.subscriptions.retrieve(subscription.id);
      const invoice = await latestInvoice(tools, subscription.id);
      return {
        before: itemOf(before).price.unit_amount,
        after: itemOf(after).price.unit_amount,
        renewed: invoice.amount_paid,
      };
    },
  },
  {
    name: 'a cancellation can be scheduled, taken back, and takes effect at the end of the period',
    source: 'https://docs.stripe.com/billing/subscriptions/cancel',
    expected: {
      scheduled: true,
      undone: false,
      status: 'canceled',
      reason: 'cancellation_requested',
      afterwards: 'resource_missing',
    },
    async run(tools) {
      const { stripe } = tools;
      const { clock, subscription } = await join(tools);
      const { id } = subscription;
      const isScheduled = (now: Stripe.Subscription) =>
        now.cancel_at_period_end || now.cancel_at !== null;
      const scheduled = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
      const undone = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
      await stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await tools.pass(clock, 32);
      const ended = await stripe.subscriptions.retrieve(id);
      return {
        scheduled: isScheduled(scheduled),
        undone: isScheduled(undone),
        status: ended.status,
        reason: ended.cancellation_details?.reason ?? null,
        afterwards: await errorCode(stripe.subscriptions.cancel(id)),
      };
    },
  },
  {
    name: 'a paused membership is invoiced for nothing, and goes on by itself',
    source: 'https://docs.stripe.com/billing/subscriptions/pause-payment',
    expected: { status: 'active', during: 'void', isPaused: false, after: 'paid' },
    async run(tools) {
      const { stripe } = tools;
      const { clock, subscription } = await join(tools);
      const { frozen_time: now } = await stripe.testHelpers.testClocks.retrieve(clock);
      const paused = await stripe.subscriptions.update(subscription.id, {
        pause_collection: { behavior: 'void', resumes_at: now + 45 * 86_400 },
      });
      await tools.pass(clock, 32);
      const during = await latestInvoice(tools, subscription.id);
      await tools.pass(clock, 30);
      const resumed = await stripe.subscriptions.retrieve(subscription.id);
      const after = await latestInvoice(tools, subscription.id);
      return {
        status: paused.status,
        during: during.status,
        isPaused: resumed.pause_collection !== null,
        after: after.status,
      };
    },
  },
  {
    name: 'a promotion code takes its share off the first invoice only',
    source: 'https://docs.stripe.com/billing/subscriptions/coupons',
    expected: { first: 500, second: 1000 },
    async run(tools) {
      const { stripe } = tools;
      const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
      const code = await stripe.promotionCodes.create({
        promotion: { type: 'coupon', coupon: coupon.id },
      });
      const clock = await tools.clock();
      const customer = await tools.customer('pm_card_visa', { clock: clock.id });
      const product = await tools.product();
      const subscription = await stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price_data: monthly(product.id, 1000) }],
        discounts: [{ promotion_code: code.id }],
      });
      const first = await latestInvoice(tools, subscription.id);
      await tools.pass(clock.id, 32);
      const second = await latestInvoice(tools, subscription.id);
      return { first: first.amount_paid, second: second.amount_paid };
    },
  },
];
