import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from './testing/harness.ts';
import { cardFields, donationParams, startHarness } from './testing/harness.ts';

describe('a donation, driven by the real SDK', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ settings: { balanceDelaySeconds: 0 } });
  });
  afterEach(async () => {
    expect(harness.sandbox.unknownRequests).toEqual([]);
    await harness.close();
  });

  it('is paid on the hosted page, and everything hangs together', async () => {
    const { stripe, submit, sandbox, receiver } = harness;
    const customer = await stripe.customers.create({
      email: 'olena@example.org',
      metadata: { supporter: '1' },
    });
    const session = await stripe.checkout.sessions.create(
      donationParams({ customer: customer.id }),
    );
    expect(session.url).toBe(`${sandbox.url}/c/pay/${session.id}`);
    const shown = await (await fetch(session.url ?? '')).text();
    expect(shown).toContain('Pay €10.00');
    expect(shown).toContain('olena@example.org');

    const answer = await submit(session.url ?? '', cardFields());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `https://news.example/thanks?session=${session.id}`,
    );

    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      amount_total: 1000,
      customer_details: { email: 'olena@example.org', name: 'Olena Reader' },
      payment_intent: {
        status: 'succeeded',
        metadata: { order_id: 'order_1' },
        latest_charge: {
          paid: true,
          balance_transaction: { amount: 1000, fee: 54, net: 946, currency: 'eur' },
        },
      },
      line_items: { data: [{ description: 'Donation', amount_total: 1000 }] },
    });
    await sandbox.settled();
    expect(receiver.errors).toEqual([]);
    const types = receiver.events.map((event) => event.type);
    expect(types).toContain('charge.succeeded');
    expect(types).toContain('payment_intent.succeeded');
    expect(types).toContain('checkout.session.completed');
  });

  it('pays once when the form is sent twice', async () => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    const answers = await Promise.all([
      submit(session.url ?? '', cardFields()),
      submit(session.url ?? '', cardFields()),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it('shows a decline on the page and succeeds with another card on the same session', async () => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    const declined = await submit(session.url ?? '', cardFields('4000000000009995'));
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain(
      'Your card has insufficient funds. Try a different card.',
    );
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');

    expect((await submit(session.url ?? '', cardFields())).status).toBe(303);
    const { data: charges } = await stripe.charges.list();
    expect(charges.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
    expect(new Set(charges.map((charge) => charge.payment_intent)).size).toBe(1);
  });

  it('asks the bank for 3D Secure, and either answer leads on', async () => {
    const { stripe, submit, sandbox } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    const first = await submit(session.url ?? '', cardFields('4000002760003184'));
    const bank = `${sandbox.url}/c/pay/${session.id}/authenticate`;
    expect(first.headers.get('location')).toBe(`/c/pay/${session.id}/authenticate`);
    const failed = await submit(bank, { result: 'fail' });
    expect(failed.headers.get('location')).toContain('problem=authentication_failure');

    await submit(session.url ?? '', cardFields('4000002760003184'));
    const passed = await submit(bank, { result: 'complete' });
    expect(passed.headers.get('location')).toContain('https://news.example/thanks');
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  });

  it('names the wrong fields and keeps what was typed', async () => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    const answer = await submit(session.url ?? '', { ...cardFields('4242'), expiry: '01/20' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Your card number is invalid.');
    expect(page).toContain('expiration date is in the past');
    expect(page).toContain('value="reader@example.org"');
  });
});
