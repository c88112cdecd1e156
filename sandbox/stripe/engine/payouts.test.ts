import { describe, expect, it } from 'vitest';
import { DAY, differences, donate, eventTypes, START, testEngine } from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { failPayout } from './flows/payouts.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import type { Payout } from './objects/payout.ts';
import type { SettingsOption } from './settings.ts';

type List<T> = { data: T[]; has_more: boolean };
type Balance = Record<'available' | 'pending', { amount: number; currency: string }[]>;

const daily = (settings: SettingsOption = {}) =>
  testEngine({ settings: { ...settings, payouts: { schedule: 'daily', ...settings.payouts } } });
const payouts = (engine: Engine, params = {}) =>
  engine.request<List<Payout>>('GET', '/v1/payouts', params).data;
const transactionsOf = (engine: Engine, payout: string) =>
  engine.request<List<BalanceTransaction>>('GET', '/v1/balance_transactions', {
    payout,
    limit: 100,
  }).data;
const balance = (engine: Engine) => {
  const { available, pending } = engine.request<Balance>('GET', '/v1/balance');
  return [available[0]?.amount, pending[0]?.amount];
};
const wait = (engine: Engine, days: number) => engine.advanceTo(engine.now() + days * DAY);
const fail = (engine: Engine, id: string) =>
  engine.transact((step) => failPayout(step, id, 'account_closed'));
const netOf = (entries: BalanceTransaction[]) => entries.reduce((sum, { net }) => sum + net, 0);

describe('an automatic payout', () => {
  // https://docs.stripe.com/payouts#payout-schedule
  it('leaves when its charges have become available, and arrives days later', () => {
    const engine = daily();
    donate(engine, 1000);
    donate(engine, 3000);
    const net = 1000 - 54 + (3000 - 112);
    expect(balance(engine)).toEqual([0, net]);
    wait(engine, 3);
    expect(payouts(engine)).toEqual([]);
    wait(engine, 1);
    const [payout] = payouts(engine);
    expect(payout).toMatchObject({
      amount: net,
      currency: 'eur',
      automatic: true,
      status: 'in_transit',
      reconciliation_status: 'completed',
      arrival_date: START.getTime() / 1000 + 5.5 * DAY + 2 * 3600,
    });
    expect(balance(engine)).toEqual([0, 0]);
    wait(engine, 2);
    expect(payouts(engine, { status: 'paid' })).toHaveLength(1);
    expect(payouts(engine, { status: 'failed' })).toEqual([]);
    expect(eventTypes(engine).filter((type) => type.startsWith('payout.'))).toEqual([
      'payout.created',
      'payout.reconciliation_completed',
      'payout.updated',
      'payout.paid',
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/payouts/reconciliation
  it('lists exactly what it has paid out, and itself', () => {
    const engine = daily();
    donate(engine, 1000);
    wait(engine, 1);
    donate(engine, 2000);
    wait(engine, 4);
    const [second, first] = payouts(engine);
    for (const payout of [first, second]) {
      const entries = transactionsOf(engine, payout?.id ?? '');
      expect(entries.map(({ type }) => type)).toEqual(['payout', 'charge']);
      expect(netOf(entries.filter(({ type }) => type !== 'payout'))).toBe(payout?.amount);
      expect(netOf(entries)).toBe(0);
    }
    const ofType = (type: string) =>
      engine.request<List<BalanceTransaction>>('GET', '/v1/balance_transactions', {
        payout: first?.id,
        type,
      }).data;
    expect(ofType('charge')).toHaveLength(1);
    expect(ofType('refund')).toEqual([]);
  });

  // https://docs.stripe.com/api/payouts/object#payout_object-reconciliation_status
  it('can be reconciled only when Stripe says so', () => {
    const engine = daily();
    donate(engine, 1000);
    engine.advanceTo(Math.floor(engine.now() / DAY) * DAY + 4 * DAY);
    const [payout] = payouts(engine);
    expect(payout?.reconciliation_status).toBe('in_progress');
    expect(() => transactionsOf(engine, payout?.id ?? '')).toThrow(/still in progress/);
    engine.advanceTo(engine.now() + 3600);
    expect(transactionsOf(engine, payout?.id ?? '')).toHaveLength(2);
  });

  // https://docs.stripe.com/payouts#payout-failures
  it.each([4, 9])(
    'that fails after %i days returns the money, which leaves with the next',
    (days) => {
      const engine = daily();
      donate(engine, 1000);
      wait(engine, days);
      const [first] = payouts(engine);
      expect(first?.status).toBe(days === 4 ? 'in_transit' : 'paid');
      const failed = fail(engine, first?.id ?? '');
      expect(failed).toMatchObject({ status: 'failed', failure_code: 'account_closed' });
      expect(balance(engine)).toEqual([946, 0]);
      expect(() => fail(engine, failed.id)).toThrow(/already failed/);
      donate(engine, 2000);
      wait(engine, 1);
      const [next] = payouts(engine);
      const entries = transactionsOf(engine, next?.id ?? '');
      expect(next?.amount).toBe(946);
      expect(entries.map(({ type, source }) => [type, source])).toEqual([
        ['payout', next?.id],
        ['payout_failure', failed.id],
      ]);
      expect(entries[1]?.id).toBe(failed.failure_balance_transaction);
      // What the failed payout was made of has not changed.
      expect(netOf(transactionsOf(engine, failed.id))).toBe(0);
      expect(eventTypes(engine)).toContain('payout.failed');
      expect(differences(engine)).toEqual([]);
    },
  );

  // https://docs.stripe.com/payouts#negative-payouts
  it('waits while refunds have left less than nothing', () => {
    const engine = daily();
    const { payment_intent: intent } = donate(engine, 1000);
    wait(engine, 4);
    engine.request('POST', '/v1/refunds', { payment_intent: intent });
    wait(engine, 2);
    expect(payouts(engine)).toHaveLength(1);
    expect(balance(engine)[0]).toBe(-1000);
    donate(engine, 3000);
    wait(engine, 5);
    const [last] = payouts(engine);
    expect(last?.amount).toBe(3000 - 112 - 1000);
    expect(transactionsOf(engine, last?.id ?? '').map(({ type }) => type)).toEqual([
      'payout',
      'charge',
      'refund',
    ]);
  });

  // https://docs.stripe.com/currencies#special-cases
  it('pays out whole forints and keeps the rest for the next', () => {
    const engine = daily({ money: { settlementCurrency: 'huf' } });
    donate(engine, 200_050, 'huf');
    wait(engine, 4);
    donate(engine, 300_000, 'huf');
    wait(engine, 5);
    const [second, first] = payouts(engine);
    for (const payout of [first, second]) {
      const entries = transactionsOf(engine, payout?.id ?? '');
      expect((payout?.amount ?? 1) % 100).toBe(0);
      expect(netOf(entries.filter(({ type }) => type !== 'payout'))).toBe(payout?.amount);
    }
    const kept = (balance(engine)[0] ?? 0) + (balance(engine)[1] ?? 0);
    expect(kept).toBeGreaterThanOrEqual(0);
    expect(kept).toBeLessThan(100);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/payouts/multicurrency-settlement
  it('goes out in each currency that the account settles in', () => {
    const engine = daily({ money: { alsoSettles: ['gbp'] } });
    donate(engine, 1000, 'gbp');
    donate(engine, 1000, 'usd');
    const [dollars, pounds] = engine.request<List<BalanceTransaction>>(
      'GET',
      '/v1/balance_transactions',
    ).data;
    // 2.9 % and 0.25 EUR = 0.21 GBP, and no conversion.
    expect(pounds).toMatchObject({ currency: 'gbp', exchange_rate: null, fee: 29 + 21 });
    expect(dollars).toMatchObject({ currency: 'eur', amount: 921, exchange_rate: 0.9213 });
    wait(engine, 4);
    expect(
      payouts(engine)
        .map(({ currency, amount }) => [currency, amount])
        .sort(),
    ).toEqual([
      ['eur', dollars?.net],
      ['gbp', 950],
    ]);
    expect(differences(engine)).toEqual([]);
  });
});

describe('a payout that was asked for', () => {
  const engineWith = (available: number) => {
    const engine = testEngine();
    donate(engine, available);
    wait(engine, 4);
    return engine;
  };
  const create = (engine: Engine, amount: number, currency = 'eur') =>
    engine.request<Payout>('POST', '/v1/payouts', { amount, currency });

  // https://docs.stripe.com/api/payouts/create
  it('is covered by the available balance, is handed to the bank and arrives', () => {
    const engine = engineWith(5000);
    expect(() => create(engine, 4831)).toThrow(/insufficient funds/);
    expect(() => create(engine, 100, 'usd')).toThrow(/external accounts in that currency/);
    const payout = create(engine, 2000);
    expect(payout).toMatchObject({
      status: 'pending',
      automatic: false,
      reconciliation_status: 'not_applicable',
    });
    expect(balance(engine)).toEqual([5000 - 170 - 2000, 0]);
    // https://docs.stripe.com/payouts/reconciliation: only automatic payouts know their transactions.
    expect(() => transactionsOf(engine, payout.id)).toThrow(/not manual/);
    wait(engine, 1);
    expect(payouts(engine)[0]?.status).toBe('in_transit');
    wait(engine, 1);
    expect(payouts(engine)[0]?.status).toBe('paid');
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/api/payouts/cancel
  it('can be cancelled until it has left, and its metadata changed', () => {
    const engine = engineWith(5000);
    const cancel = (id: string) => engine.request<Payout>('POST', `/v1/payouts/${id}/cancel`);
    const { id } = create(engine, 2000);
    engine.request('POST', `/v1/payouts/${id}`, { metadata: { note: 'x' } });
    expect(cancel(id)).toMatchObject({ status: 'canceled', metadata: { note: 'x' } });
    expect(balance(engine)).toEqual([4830, 0]);
    const other = create(engine, 4830);
    wait(engine, 1);
    expect(() => cancel(other.id)).toThrow(/only be canceled while pending/);
    expect(eventTypes(engine)).toContain('payout.canceled');
    expect(differences(engine)).toEqual([]);
  });
});
