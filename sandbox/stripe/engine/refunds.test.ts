import { describe, expect, it } from 'vitest';
import { differences, donate, eventTypes, testEngine } from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { cancelRefund, failRefund } from './flows/refunds.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import type { Charge } from './objects/charge.ts';
import type { Refund } from './objects/refund.ts';

type List<T> = { data: T[] };

const chargeOf = (engine: Engine) => engine.request<List<Charge>>('GET', '/v1/charges').data[0];
const refund = (engine: Engine, params = {}) =>
  engine.request<Refund>('POST', '/v1/refunds', { charge: chargeOf(engine)?.id, ...params });
const again = (engine: Engine, { id }: Refund) =>
  engine.request<Refund>('GET', `/v1/refunds/${id}`);
const amountOf = (engine: Engine, id: string | null | undefined) =>
  engine.request<BalanceTransaction>('GET', `/v1/balance_transactions/${id}`).amount;
const refundEvents = (engine: Engine) =>
  eventTypes(engine).filter((type) => type.includes('refund'));

describe('a refund', () => {
  // https://docs.stripe.com/testing#refunds
  it('to card 4000000000007726 is pending and succeeds later', () => {
    const engine = testEngine();
    donate(engine, 1000, 'eur', '4000000000007726');
    const made = refund(engine, { amount: 400 });
    expect(made).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    engine.advanceTo(engine.now() + 600);
    const settled = again(engine, made);
    expect(settled.status).toBe('succeeded');
    expect(settled).not.toHaveProperty('pending_reason');
    expect(chargeOf(engine)).toMatchObject({ amount_refunded: 400, refunded: false });
    expect(refundEvents(engine)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'charge.refund.updated',
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/refunds#failed-refunds
  it('to card 4000000000005126 fails later, and the money and the right to refund come back', () => {
    const engine = testEngine();
    donate(engine, 9999, 'uah', '4000000000005126');
    const made = refund(engine);
    expect(made.status).toBe('succeeded');
    expect(chargeOf(engine)).toMatchObject({ refunded: true });
    engine.advanceTo(engine.now() + 600);
    const failed = again(engine, made);
    expect(failed).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(amountOf(engine, failed.failure_balance_transaction)).toBe(
      -amountOf(engine, failed.balance_transaction),
    );
    expect(chargeOf(engine)).toMatchObject({ refunded: false, amount_refunded: 0 });
    expect(refundEvents(engine).slice(-1)).toEqual(['refund.failed']);
    expect(refund(engine, { amount: 9999 }).amount).toBe(9999);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/payments/sepa-debit#refunds
  it('of a bank debit is pending for a while', () => {
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
    const visitor = { card: '', iban: 'AT611904300234573201', email: 'a@example.org', name: 'A' };
    engine.completeCheckout(String(id), visitor);
    expect(() => refund(engine)).toThrow(/cannot be refunded/);
    engine.advanceTo(engine.now() + 600);
    const made = refund(engine);
    expect(made).toMatchObject({ status: 'pending', destination_details: { type: 'sepa_debit' } });
    engine.advanceTo(engine.now() + 600);
    expect(again(engine, made).status).toBe('succeeded');
    expect(differences(engine)).toEqual([]);
  });

  it('may be one of several, never above what is left, and can carry metadata', () => {
    const engine = testEngine();
    donate(engine, 1000);
    const first = refund(engine, { amount: 300, reason: 'duplicate', metadata: { case: '1' } });
    refund(engine, { amount: 300 });
    expect(() => refund(engine, { amount: 401 })).toThrow(/greater than unrefunded amount/);
    expect(() => refund(engine, { amount: 0 })).toThrow(/Invalid positive integer/);
    expect(
      engine.request('POST', `/v1/refunds/${first.id}`, { metadata: { seen: 'yes' } }),
    ).toMatchObject({ metadata: { case: '1', seen: 'yes' }, reason: 'duplicate' });
    const listed = engine.request<List<Refund>>('GET', '/v1/refunds', { charge: first.charge });
    expect(listed.data).toHaveLength(2);
    expect(
      engine.request<List<Refund>>('GET', '/v1/refunds', { payment_intent: first.payment_intent })
        .data,
    ).toHaveLength(2);
  });

  // https://docs.stripe.com/refunds#cancel-refund
  it('is cancelled by hand only: through the API none of ours can be', () => {
    const engine = testEngine();
    donate(engine, 1000);
    const made = refund(engine);
    expect(() => engine.request('POST', `/v1/refunds/${made.id}/cancel`)).toThrow(
      /only cancel a refund with the status requires_action/,
    );
    engine.transact((step) => cancelRefund(step, made.id));
    expect(again(engine, made)).toMatchObject({
      status: 'canceled',
      failure_reason: 'merchant_request',
    });
    expect(() => engine.transact((step) => failRefund(step, made.id))).toThrow(/already canceled/);
    expect(differences(engine)).toEqual([]);
  });
});
