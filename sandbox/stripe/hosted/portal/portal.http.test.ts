import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../../testing/harness.ts';
import { cardFields, membershipParams, startHarness } from '../../testing/harness.ts';

type SessionParams = Stripe.BillingPortal.SessionCreateParams;

function idOf(reference: string | { id: string } | null | undefined): string {
  return (typeof reference === 'string' ? reference : reference?.id) ?? '';
}

describe('the billing portal', () => {
  let harness: Harness;
  let customer = '';
  let subscription = '';
  beforeEach(async () => {
    harness = await startHarness({ settings: { account: { name: 'The Cherlen Post' } } });
    const { stripe, submit } = harness;
    const joined = await stripe.checkout.sessions.create(membershipParams());
    await submit(joined.url ?? '', cardFields());
    const paid = await stripe.checkout.sessions.retrieve(joined.id);
    customer = idOf(paid.customer);
    subscription = idOf(paid.subscription);
  });
  afterEach(() => harness.close());

  const open = async (params: SessionParams = {}) =>
    (
      await harness.stripe.billingPortal.sessions.create({
        customer,
        return_url: 'https://news.example/account',
        ...params,
      })
    ).url;
  const read = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };
  const post = async (url: string, fields: Record<string, string>) => {
    const answer = await harness.submit(url, fields);
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  };
  const held = () => harness.stripe.subscriptions.retrieve(subscription);

  it('shows plan, payment methods and invoices, in the visitor’s language', async () => {
    const url = await open();
    const page = await read(url);
    for (const words of ['Friend', '€6.00 per month', 'The Cherlen Post', 'Visa •••• 4242']) {
      expect(page.text).toContain(words);
    }
    expect(page.text).toMatch(/<a href="\/i\/in_/);
    expect(page.text).toContain('https://news.example/account');
    expect(page.text).not.toMatch(/<script|style=/);
    const ukrainian = await read(url, { 'Accept-Language': 'uk' });
    expect(ukrainian.text).toContain('Скасувати підписку');
    expect((await read(`${harness.sandbox.url}/billing/p/bps_none`)).status).toBe(404);
  });

  // https://docs.stripe.com/billing/subscriptions/billing-mode
  it('plans a cancellation by cancel_at alone, and takes it back', async () => {
    const url = await open();
    const asked = await read(`${url}/cancel?subscription=${subscription}`);
    expect(asked.text).toContain('Cancel your plan');
    expect((await held()).cancel_at).toBeNull();
    expect(await post(`${url}/cancel`, { subscription })).toMatchObject({ status: 303 });
    const ending = await held();
    expect(ending).toMatchObject({
      cancel_at: ending.items.data[0]?.current_period_end,
      cancel_at_period_end: false,
      status: 'active',
      cancellation_details: { reason: 'cancellation_requested' },
    });
    expect((await read(url)).text).toContain('Your plan ends on');
    await post(`${url}/keep`, { subscription });
    expect(await held()).toMatchObject({ cancel_at: null, canceled_at: null });
    await harness.stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
    await post(`${url}/keep`, { subscription });
    expect(await held()).toMatchObject({ cancel_at: null, cancel_at_period_end: false });
  });

  it('saves another card, makes it the default, and removes what nothing is paid with', async () => {
    const { stripe } = harness;
    const url = await open();
    expect((await post(`${url}/add-method`, cardFields('1'))).status).toBe(422);
    const declined = await post(`${url}/add-method`, cardFields('4000000000009995'));
    expect([declined.status, declined.text]).toEqual([
      402,
      expect.stringContaining('insufficient funds'),
    ]);
    expect((await post(`${url}/add-method`, cardFields('5555555555554444'))).status).toBe(303);
    const methods = async () => (await stripe.paymentMethods.list({ customer })).data;
    const [added, first] = await methods();
    expect(added?.card?.last4).toBe('4444');
    const preferred = async () => {
      const found = await stripe.customers.retrieve(customer);
      return found.deleted ? null : found.invoice_settings.default_payment_method;
    };
    await post(`${url}/default-method`, { payment_method: added?.id ?? '' });
    expect(await preferred()).toBe(added?.id);
    // The membership is paid with the first one.
    await post(`${url}/remove-method`, { payment_method: first?.id ?? '' });
    await post(`${url}/remove-method`, { payment_method: added?.id ?? '' });
    expect(await methods()).toHaveLength(2);
    await post(`${url}/default-method`, { payment_method: first?.id ?? '' });
    await post(`${url}/remove-method`, { payment_method: added?.id ?? '' });
    expect((await methods()).map(({ id }) => id)).toEqual([first?.id]);
  });

  it('lets nobody touch what is not theirs', async () => {
    const { stripe } = harness;
    const other = await stripe.customers.create({ email: 'b@example.org' });
    const url = await open({ customer: other.id });
    expect((await read(url)).text).not.toContain('Friend');
    const { data } = await stripe.paymentMethods.list({ customer });
    await post(`${url}/cancel`, { subscription });
    await post(`${url}/remove-method`, { payment_method: data[0]?.id ?? '' });
    await post(`${url}/default-method`, { payment_method: data[0]?.id ?? '' });
    expect((await held()).cancel_at).toBeNull();
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(1);
    expect(await stripe.customers.retrieve(other.id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });
  });

  // https://docs.stripe.com/customer-management/portal-deep-links
  describe('opened by a deep link', () => {
    it('asks for a payment method and goes straight back', async () => {
      const url = await open({
        flow_data: {
          type: 'payment_method_update',
          after_completion: {
            type: 'redirect',
            redirect: { return_url: 'https://news.example/repaired' },
          },
        },
      });
      expect((await read(url)).text).toContain('Update your payment method');
      const asked = await post(`${url}/add-method`, cardFields('4000002760003184'));
      expect(asked.to).toContain('/authenticate?setup_intent=seti_');
      const bank = `${harness.sandbox.url}${asked.to ?? ''}`;
      expect((await read(bank)).text).toContain('Complete authentication');
      expect((await post(bank, { result: 'fail' })).status).toBe(402);
      const again = await post(`${url}/add-method`, cardFields('4000002760003184'));
      const done = await post(`${harness.sandbox.url}${again.to ?? ''}`, { result: 'complete' });
      expect(done).toMatchObject({ status: 303, to: 'https://news.example/repaired' });
      const found = await harness.stripe.customers.retrieve(customer, {
        expand: ['invoice_settings.default_payment_method'],
      });
      expect(found).toMatchObject({
        invoice_settings: { default_payment_method: { card: { last4: '3184' } } },
      });
    });

    it('asks whether to cancel, with the reasons that the configuration offers', async () => {
      const { stripe } = harness;
      const configuration = await stripe.billingPortal.configurations.create({
        features: {
          subscription_cancel: {
            enabled: true,
            mode: 'immediately',
            cancellation_reason: { enabled: true, options: ['too_expensive', 'other'] },
          },
        },
      });
      const flow: SessionParams = {
        configuration: configuration.id,
        flow_data: {
          type: 'subscription_cancel',
          subscription_cancel: { subscription },
          after_completion: {
            type: 'hosted_confirmation',
            hosted_confirmation: { custom_message: 'Thank you for all the years.' },
          },
        },
      };
      const url = await open(flow);
      const page = await read(url);
      expect(page.text).toContain('It’s too expensive');
      expect(page.text).not.toContain('It was too complex');
      const done = await post(`${url}/cancel`, {
        subscription,
        feedback: 'too_expensive',
        comment: 'Sorry',
      });
      expect(done.to).toBe(`${new URL(url).pathname}/done`);
      expect((await read(`${url}/done`)).text).toContain('Thank you for all the years.');
      expect(await held()).toMatchObject({
        status: 'canceled',
        cancellation_details: { feedback: 'too_expensive', comment: 'Sorry' },
      });
      await expect(open(flow)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
    });

    it('asks to confirm another price', async () => {
      const { stripe } = harness;
      const { items } = await held();
      const [item] = items.data;
      const price = await stripe.prices.create({
        product: idOf(item?.price.product),
        currency: 'eur',
        unit_amount: 900,
        recurring: { interval: 'month' },
      });
      const configuration = await stripe.billingPortal.configurations.create({
        features: {
          subscription_update: {
            enabled: true,
            default_allowed_updates: ['price'],
            products: [{ product: idOf(item?.price.product), prices: [price.id] }],
            proration_behavior: 'none',
          },
        },
      });
      const propose = (to: string | undefined) =>
        open({
          configuration: configuration.id,
          flow_data: {
            type: 'subscription_update_confirm',
            subscription_update_confirm: {
              subscription,
              items: [{ id: item?.id ?? '', price: to ?? '' }],
            },
          },
        });
      await expect(propose(item?.price.id)).rejects.toThrow(/not among the products/);
      const url = await propose(price.id);
      expect((await read(url)).text).toContain('New: Friend, €9.00 per month');
      const done = await post(`${url}/update`, {});
      expect(done).toMatchObject({ status: 303, to: `${new URL(url).pathname}/home` });
      expect((await held()).items.data[0]?.price.unit_amount).toBe(900);
    });

    it('says what a dearer plan costs today, and that is charged', async () => {
      const { stripe } = harness;
      const { items } = await held();
      const [item] = items.data;
      const price = await stripe.prices.create({
        product: idOf(item?.price.product),
        currency: 'eur',
        unit_amount: 900,
        recurring: { interval: 'month' },
      });
      const url = await open({
        flow_data: {
          type: 'subscription_update_confirm',
          subscription_update_confirm: {
            subscription,
            items: [{ id: item?.id ?? '', price: price.id }],
          },
        },
      });
      expect((await read(url)).text).toContain('Due today: €3.00');
      expect((await post(`${url}/update`, {})).status).toBe(303);
      const [invoice] = (await stripe.invoices.list({ customer })).data;
      expect(invoice).toMatchObject({
        billing_reason: 'subscription_update',
        amount_paid: 300,
        status: 'paid',
      });
    });

    it('is refused where the configuration does not allow it', async () => {
      const { stripe } = harness;
      const plain = await stripe.billingPortal.configurations.create({
        features: { invoice_history: { enabled: true } },
        business_profile: { headline: 'Your support, in one place' },
      });
      await expect(
        open({ configuration: plain.id, flow_data: { type: 'payment_method_update' } }),
      ).rejects.toMatchObject({ param: 'flow_data[type]' });
      const url = await open({ configuration: plain.id });
      const page = await read(url);
      expect(page.text).toContain('Your support, in one place');
      expect(page.text).not.toContain('Cancel plan');
      expect(page.text).not.toContain('Payment methods');
      await post(`${url}/cancel`, { subscription });
      expect((await held()).cancel_at).toBeNull();
    });
  });

  it('has configurations that can be changed, listed and put out of use', async () => {
    const { stripe } = harness;
    await open();
    const { configurations } = stripe.billingPortal;
    const made = await configurations.create({
      features: { subscription_cancel: { enabled: false } },
      name: 'Patrons',
    });
    const changed = await configurations.update(made.id, {
      active: false,
      features: { invoice_history: { enabled: true } },
    });
    expect(changed).toMatchObject({
      active: false,
      is_default: false,
      features: { invoice_history: { enabled: true }, subscription_cancel: { enabled: false } },
    });
    await expect(open({ configuration: made.id })).rejects.toMatchObject({
      param: 'configuration',
    });
    const usual = await configurations.list({ is_default: true });
    expect(usual.data).toMatchObject([{ is_default: true, active: true }]);
    await expect(
      configurations.update(usual.data[0]?.id ?? '', { active: false }),
    ).rejects.toMatchObject({ param: 'active' });
    expect((await configurations.list({ active: false })).data.map(({ id }) => id)).toEqual([
      made.id,
    ]);
  });
});
