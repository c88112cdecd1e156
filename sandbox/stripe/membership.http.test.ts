import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from './testing/harness.ts';
import { cardFields, membershipParams, startHarness } from './testing/harness.ts';

describe('a membership, driven by the real SDK', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ settings: { balanceDelaySeconds: 0, draftSeconds: 0 } });
  });
  afterEach(async () => {
    expect(harness.sandbox.unknownRequests).toEqual([]);
    await harness.close();
  });

  const begin = async () => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(membershipParams());
    expect((await submit(session.url ?? '', cardFields())).status).toBe(303);
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription'] });
    if (typeof done.subscription !== 'object' || !done.subscription)
      throw new Error('No subscription');
    return {
      session: done,
      subscription: done.subscription,
      customer: typeof done.customer === 'string' ? done.customer : '',
    };
  };

  it('begins, fails, is paid on the hosted invoice page, and ends', async () => {
    const { stripe, submit, control, sandbox, receiver } = harness;
    const { subscription, customer } = await begin();
    await control('replace-card', { customer, number: '4000000000000341' });
    await control('advance', { seconds: 32 * 86_400 });
    const [open] = (await stripe.invoices.list({ customer, status: 'open' })).data;
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due');
    await expect(stripe.invoices.pay(open?.id ?? '')).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
    });

    const page = open?.hosted_invoice_url ?? '';
    expect(await (await fetch(page)).text()).toContain('Pay €6.00');
    expect((await submit(page, cardFields('4000000000000002'))).status).toBe(402);
    expect((await submit(page, cardFields())).status).toBe(303);
    expect(await (await fetch(page)).text()).toContain('This invoice has been paid.');
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');

    const ended = await stripe.subscriptions.cancel(subscription.id, {
      cancellation_details: { feedback: 'unused' },
    });
    expect(ended).toMatchObject({
      status: 'canceled',
      cancellation_details: { feedback: 'unused' },
    });
    await sandbox.settled();
    expect(receiver.errors).toEqual([]);
    expect(receiver.events.map((event) => event.type)).toEqual(
      expect.arrayContaining([
        'invoice.payment_failed',
        'invoice.paid',
        'customer.subscription.deleted',
      ]),
    );
  });

  it('is cancelled and kept in the portal, by cancel_at as flexible billing does', async () => {
    const { stripe, submit } = harness;
    const { subscription, customer } = await begin();
    const portal = await stripe.billingPortal.sessions.create({
      customer,
      return_url: 'https://news.example/account',
    });
    expect(await (await fetch(portal.url)).text()).toContain('Cancel plan');
    await submit(`${portal.url}/cancel`, { subscription: subscription.id });
    const planned = await stripe.subscriptions.retrieve(subscription.id);
    expect(planned.cancel_at).toBe(planned.items.data[0]?.current_period_end);
    expect(planned.cancel_at_period_end).toBe(false);
    await submit(`${portal.url}/keep`, { subscription: subscription.id });
    expect((await stripe.subscriptions.retrieve(subscription.id)).cancel_at).toBeNull();
  });

  it('gets a new card through Checkout in setup mode', async () => {
    const { stripe, submit } = harness;
    const { customer, subscription } = await begin();
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'eur',
      customer,
      success_url: 'https://news.example/account',
    });
    expect((await submit(session.url ?? '', cardFields('5555555555554444'))).status).toBe(303);
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['setup_intent.payment_method'],
    });
    expect(done).toMatchObject({
      status: 'complete',
      setup_intent: {
        status: 'succeeded',
        payment_method: { card: { brand: 'mastercard' }, customer },
      },
    });
    const intent = typeof done.setup_intent === 'object' ? done.setup_intent : null;
    const saved = intent?.payment_method;
    const method = saved && typeof saved === 'object' ? saved.id : undefined;
    const updated = await stripe.subscriptions.update(subscription.id, {
      default_payment_method: method,
    });
    expect(updated.default_payment_method).toBe(method);
  });
});
