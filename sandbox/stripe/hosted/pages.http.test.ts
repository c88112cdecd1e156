import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../testing/harness.ts';
import { cardFields, donationParams, startHarness } from '../testing/harness.ts';

describe('the hosted pages', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const open = async (overrides = {}) =>
    (await harness.stripe.checkout.sessions.create(donationParams(overrides))).url ?? '';
  const read = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(url, { headers })).text();

  it('speak Ukrainian to a browser that asks for it, unless the session has a language', async () => {
    const ukrainian = { 'Accept-Language': 'uk-UA,uk;q=0.9' };
    expect(await read(await open(), ukrainian)).toContain('<html lang="uk">');
    expect(await read(await open({ locale: 'en' }), ukrainian)).toContain('<html lang="en">');
  });

  it('write every currency its own way', async () => {
    const yen = { currency: 'jpy', unit_amount: 1500, product_data: { name: 'Donation' } };
    expect(await read(await open({ line_items: [{ quantity: 1, price_data: yen }] }))).toContain(
      'Pay ¥1,500',
    );
    expect(await read(await open({ submit_type: 'donate' }))).toContain('Donate €10.00');
  });

  it('escape what the merchant and the visitor wrote', async () => {
    const price = {
      currency: 'eur',
      unit_amount: 1000,
      product_data: { name: '<script>alert(1)</script>' },
    };
    const url = await open({ line_items: [{ quantity: 1, price_data: price }] });
    expect(await read(url)).not.toContain('<script');
    const answer = await harness.submit(url, { ...cardFields('1'), cardName: '"><script>' });
    expect(await answer.text()).not.toContain('<script');
  });

  it('load nothing from elsewhere and run no script', async () => {
    const answer = await fetch(await open());
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).not.toMatch(/<script|style=|https?:\/\/(?!news\.example)/);
  });

  it('fill in a test card that was clicked', async () => {
    expect(await read(`${await open()}?card=4000000000000002`)).toContain(
      'value="4000 0000 0000 0002"',
    );
  });

  it('say when there is nothing left to pay', async () => {
    const { stripe, submit } = harness;
    const paid = await stripe.checkout.sessions.create(donationParams());
    await submit(paid.url ?? '', cardFields());
    expect(await read(paid.url ?? '')).toContain('You have already paid');
    const expired = await stripe.checkout.sessions.create(donationParams());
    await stripe.checkout.sessions.expire(expired.id);
    const answer = await fetch(expired.url ?? '');
    expect([answer.status, await answer.text()]).toEqual([
      410,
      expect.stringContaining('This page has expired'),
    ]);
    expect((await submit(expired.url ?? '', cardFields())).status).toBe(410);
  });

  it('take a bank debit where the currency is the euro', async () => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    expect(session.payment_method_types).toEqual(['card', 'sepa_debit']);
    const debit = {
      method: 'sepa_debit',
      email: 'a@example.org',
      iban: 'AT611904300234573201',
      accountName: 'A',
    };
    expect((await submit(session.url ?? '', { ...debit, iban: 'XX1' })).status).toBe(422);
    expect((await submit(session.url ?? '', debit)).status).toBe(303);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    });
  });

  // https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-excluded_payment_method_types
  it('offer a bank debit only where the session allows it', async () => {
    const sepa = 'id="method-sepa"';
    expect(await read(await open())).toContain(sepa);
    const cardsOnly = await open({ excluded_payment_method_types: ['sepa_debit'] });
    expect(await read(cardsOnly)).not.toContain(sepa);
    const dollars = { currency: 'usd', unit_amount: 1000, product_data: { name: 'Donation' } };
    expect(
      await read(await open({ line_items: [{ quantity: 1, price_data: dollars }] })),
    ).not.toContain(sepa);
    const debitOnly = await open({ allowed_payment_method_types: ['sepa_debit'] });
    expect(await read(debitOnly)).toContain('name="method" value="sepa_debit"');
  });

  // https://docs.stripe.com/payments/checkout/subscriptions/update-payment-details
  it('save a card without charging it, in setup mode', async () => {
    const { stripe, submit } = harness;
    const customer = await stripe.customers.create({ email: 'reader@example.org' });
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'eur',
      customer: customer.id,
      setup_intent_data: { metadata: { kind: 'card_update' } },
      success_url: 'https://news.example/account?session={CHECKOUT_SESSION_ID}',
    });
    const page = await read(session.url ?? '');
    expect(page).toContain('Save your payment details');
    expect(page).toContain('Save card');
    const declined = await submit(session.url ?? '', cardFields('4000000000000002'));
    expect(declined.status).toBe(402);
    const saved = await submit(session.url ?? '', cardFields());
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `https://news.example/account?session=${session.id}`,
    ]);
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      setup_intent: {
        status: 'succeeded',
        customer: customer.id,
        metadata: { kind: 'card_update' },
      },
    });
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1);
    expect((await stripe.charges.list()).data).toEqual([]);
    expect(await read(session.url ?? '')).toContain('Your details are saved');
  });

  // https://docs.stripe.com/payments/checkout/discounts
  it('take a promotion code where the session allows it, and take it back', async () => {
    const { stripe, submit, sandbox } = harness;
    expect(await read(await open())).not.toContain('Promotion code');
    const coupon = await stripe.coupons.create({ percent_off: 25, duration: 'once' });
    await stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'SPRING',
    });
    const session = await stripe.checkout.sessions.create(
      donationParams({ allow_promotion_codes: true }),
    );
    const url = session.url ?? '';
    const enter = async (code: string) => {
      const answer = await submit(`${url}/promotion`, { code });
      return read(`${sandbox.url}${answer.headers.get('location') ?? ''}`);
    };
    expect(await read(url)).toContain('Promotion code');
    expect(await enter('AUTUMN')).toContain('This code is invalid.');
    const reduced = await enter('spring');
    expect(reduced).toContain('€7.50');
    expect(reduced).toContain('−€2.50');
    expect(await enter('')).not.toContain('€7.50');
    await enter('SPRING');
    expect((await submit(url, cardFields())).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    expect([paid.amount_total, paid.payment_status]).toEqual([750, 'paid']);
  });
});
