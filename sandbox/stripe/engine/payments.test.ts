import { describe, expect, it } from 'vitest';
import { DAY, differences, donate, eventTypes, testEngine } from '../testing/engine.ts';
import { StripeApiError } from './errors.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import type { Charge } from './objects/charge.ts';
import type { Dispute } from './objects/dispute.ts';

type List<T> = { data: T[]; has_more: boolean };

describe('Checkout in payment mode', () => {
  // https://docs.stripe.com/payments/payment-intents/asynchronous-capture
  it('posts the balance transaction a moment after the charge, in a charge.updated', () => {
    const engine = testEngine({ settings: { balanceDelaySeconds: 1 } });
    const session = donate(engine, 1000);
    const charge = () => engine.request<List<Charge>>('GET', '/v1/charges').data[0];
    expect(session.payment_status).toBe('paid');
    expect(charge()?.balance_transaction).toBeNull();
    engine.advanceTo(engine.now() + 2);
    expect(charge()?.balance_transaction).toMatch(/^txn_/);
    expect(eventTypes(engine).slice(-5)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.updated',
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/testing#declined-payments
  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
    ['4000000000000341', 'card_declined', 'generic_decline'],
  ])('card %s is declined as %s / %s, and the session stays open', (card, code, declineCode) => {
    const engine = testEngine();
    const session = donate(engine, 1000, 'eur', card);
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    expect(engine.request('GET', `/v1/payment_intents/${session.payment_intent}`)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code, decline_code: declineCode },
    });
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/testing#sepa-direct-debit
  it.each([
    ['AT611904300234573201', 'checkout.session.async_payment_succeeded', 'paid'],
    ['AT861904300235473202', 'checkout.session.async_payment_failed', 'unpaid'],
  ])('a bank debit from %s ends in %s', (iban, type, status) => {
    const engine = testEngine();
    const { id } = engine.request('POST', '/v1/checkout/sessions', {
      mode: 'payment',
      success_url: 'https://news.example/',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'eur', unit_amount: 2500, product_data: { name: 'Gift' } },
        },
      ],
    });
    engine.completeCheckout(String(id), { card: '', iban, email: 'a@example.org', name: 'A' });
    expect(engine.request('GET', `/v1/checkout/sessions/${String(id)}`)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    });
    engine.advanceTo(engine.now() + 600);
    expect(engine.request('GET', `/v1/checkout/sessions/${String(id)}`)).toMatchObject({
      payment_status: status,
    });
    expect(eventTypes(engine).at(-1)).toBe(type);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-expires_at
  it('expires after a day, or when asked within half an hour to a day', () => {
    const engine = testEngine();
    const params = {
      mode: 'payment',
      success_url: 'https://news.example/',
      line_items: [
        { price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Gift' } } },
      ],
    };
    const { id } = engine.request('POST', '/v1/checkout/sessions', params);
    const refuse = (expires: number) => () =>
      engine.request('POST', '/v1/checkout/sessions', { ...params, expires_at: expires });
    expect(refuse(engine.now() + 600)).toThrow(/at least 30 minutes/);
    expect(refuse(engine.now() + 2 * DAY)).toThrow(/less than 24 hours/);
    engine.advanceTo(engine.now() + DAY);
    expect(engine.request('GET', `/v1/checkout/sessions/${String(id)}`)['status']).toBe('expired');
    expect(eventTypes(engine).at(-1)).toBe('checkout.session.expired');
  });

  // https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
  it('refuses amounts below the minimum of their currency', () => {
    const engine = testEngine();
    expect(() => donate(engine, 49)).toThrow(/below the minimum of 0\.50 eur/);
    expect(() => donate(engine, 49, 'jpy')).toThrow(StripeApiError);
    expect(donate(engine, 50, 'jpy').amount_total).toBe(50);
  });
});

describe('money', () => {
  const transactionOf = (engine: ReturnType<typeof testEngine>, payment: string | null) => {
    const intent = engine.request<{
      latest_charge: Charge & { balance_transaction: BalanceTransaction | null };
    }>('GET', `/v1/payment_intents/${payment}`, { expand: ['latest_charge.balance_transaction'] });
    return intent.latest_charge.balance_transaction;
  };

  it('takes the fee of the card and of the conversion, in the settlement currency', () => {
    const engine = testEngine();
    expect(
      transactionOf(engine, donate(engine, 1000, 'eur', '4000002760000016').payment_intent),
    ).toMatchObject({
      amount: 1000,
      fee: 15 + 25,
      net: 960,
      exchange_rate: null,
    });
    // 5000 yen = 30.60 EUR: 2.9 % + 0.25, and 2 % for the conversion.
    expect(transactionOf(engine, donate(engine, 5000, 'jpy').payment_intent)).toMatchObject({
      amount: 3060,
      fee: 89 + 25 + 61,
      exchange_rate: 0.00612,
      currency: 'eur',
    });
  });

  // https://docs.stripe.com/refunds
  it('refunds in parts that add up to the whole, and keeps the fee', () => {
    const engine = testEngine();
    const { payment_intent: intent } = donate(engine, 9999, 'uah');
    const refunded = [3333, 3333, 3333].map(
      (amount) =>
        engine.request('POST', '/v1/refunds', { payment_intent: intent, amount })[
          'balance_transaction'
        ],
    );
    const amounts = refunded.map(
      (id) =>
        engine.request<BalanceTransaction>('GET', `/v1/balance_transactions/${String(id)}`).amount,
    );
    const [charge] = engine.request<List<Charge>>('GET', '/v1/charges').data;
    const gross = transactionOf(engine, intent)?.amount ?? 0;
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(-gross);
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 9999 });
    expect(eventTypes(engine).filter((type) => type === 'charge.refunded')).toHaveLength(3);
    expect(() => engine.request('POST', '/v1/refunds', { payment_intent: intent })).toThrow(
      /already been refunded/,
    );
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/disputes/how-disputes-work
  it.each([
    ['winning_evidence', 'won', -1500],
    ['losing_evidence', 'lost', -(1000 + 1500)],
  ])('a dispute answered with %s is %s', (evidence, status, moved) => {
    const engine = testEngine();
    donate(engine, 1000, 'eur', '4000000000000259');
    engine.advanceTo(engine.now() + 5);
    const [dispute] = engine.request<List<Dispute>>('GET', '/v1/disputes').data;
    expect(dispute).toMatchObject({ status: 'needs_response', amount: 1000, reason: 'fraudulent' });
    engine.request('POST', `/v1/disputes/${dispute?.id}`, {
      evidence: { uncategorized_text: evidence },
    });
    engine.advanceTo(engine.now() + 5);
    const closed = engine.request<Dispute>('GET', `/v1/disputes/${dispute?.id}`);
    expect(closed.status).toBe(status);
    expect(closed.balance_transactions.reduce((sum, entry) => sum + entry.net, 0)).toBe(moved);
    expect(eventTypes(engine)).toEqual(
      expect.arrayContaining([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.closed',
      ]),
    );
    expect(eventTypes(engine).includes('charge.dispute.funds_reinstated')).toBe(status === 'won');
    expect(differences(engine)).toEqual([]);
  });

  it('a dispute that nobody answers is lost when its time is up', () => {
    const engine = testEngine();
    donate(engine, 1000, 'eur', '4000000000000259');
    engine.advanceTo(engine.now() + 20 * DAY);
    const [dispute] = engine.request<List<Dispute>>('GET', '/v1/disputes').data;
    expect(dispute).toMatchObject({ status: 'lost', evidence_details: { past_due: true } });
  });
});
