import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, donate, join, testEngine } from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { StripeApiError } from './errors.ts';
import { escalateInquiry, openDispute } from './flows/disputes.ts';
import { failPayout } from './flows/payouts.ts';
import { cancelRefund, failRefund } from './flows/refunds.ts';
import { fixedFee, settle, settlementCurrencyOf } from './money/settlement.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import type { Kind, Tables } from './objects/tables.ts';

const CARDS = [
  '4242424242424242',
  '4000002760000016',
  '4000000000000002',
  '4000000000000259',
  '4000002760003184',
  '4000000000007726',
  '4000000000005126',
];

type Act = (engine: Engine, pick: number) => unknown;

function all<K extends Kind>(engine: Engine, kind: K): Tables[K][] {
  const { store } = engine;
  return store.order(kind).flatMap((id): Tables[K][] => {
    const found = store.get(kind, id);
    return found ? [found] : [];
  });
}

/** An id that an act works on; one that Stripe would not know when there is none yet. */
function one(engine: Engine, kind: Kind, pick: number): string {
  const ids = engine.store.order(kind).filter((id) => engine.store.any(id));
  return ids[pick % Math.max(1, ids.length)] ?? 'none';
}

const ACTS: Record<string, Act> = {
  donateEuros: (engine, pick) => donate(engine, 50 + pick, 'eur', CARDS[pick % CARDS.length]),
  donateYen: (engine, pick) => donate(engine, 100 + pick, 'jpy', CARDS[pick % CARDS.length]),
  donatePounds: (engine, pick) => donate(engine, 100 + pick, 'gbp', CARDS[pick % CARDS.length]),
  donateForints: (engine, pick) => donate(engine, 20_000 + pick, 'huf'),
  join: (engine, pick) => join(engine, pick % 2 === 0 ? 'month' : 'year', 300 + pick),
  wait: (engine, pick) => engine.advanceTo(engine.now() + (pick % 40) * DAY),
  waitADay: (engine) => engine.advanceTo(engine.now() + DAY),
  refundPart: (engine, pick) =>
    engine.request('POST', '/v1/refunds', {
      charge: one(engine, 'charge', pick),
      amount: 1 + (pick % 60),
    }),
  refundRest: (engine, pick) =>
    engine.request('POST', '/v1/refunds', { charge: one(engine, 'charge', pick) }),
  failRefund: (engine, pick) =>
    engine.transact((step) => failRefund(step, one(engine, 'refund', pick))),
  cancelRefund: (engine, pick) =>
    engine.transact((step) => cancelRefund(step, one(engine, 'refund', pick))),
  dispute: (engine, pick) =>
    engine.transact((step) => openDispute(step, one(engine, 'charge', pick), 'general')),
  inquire: (engine, pick) =>
    engine.transact((step) => openDispute(step, one(engine, 'charge', pick), 'general', 'inquiry')),
  escalate: (engine, pick) =>
    engine.transact((step) => escalateInquiry(step, one(engine, 'dispute', pick))),
  answer: (engine, pick) =>
    engine.request('POST', `/v1/disputes/${one(engine, 'dispute', pick)}`, {
      evidence: { uncategorized_text: 'a receipt' },
    }),
  decide: (engine, pick) =>
    engine.closeDispute(one(engine, 'dispute', pick), pick % 2 === 0 ? 'won' : 'lost'),
  payOut: (engine, pick) =>
    engine.request('POST', '/v1/payouts', { amount: 1 + pick, currency: 'eur' }),
  cancelPayout: (engine, pick) =>
    engine.request('POST', `/v1/payouts/${one(engine, 'payout', pick)}/cancel`),
  failPayout: (engine, pick) =>
    engine.transact((step) => failPayout(step, one(engine, 'payout', pick), 'account_closed')),
  failCard: (engine, pick) => {
    const id = one(engine, 'subscription', pick);
    const customer = engine.store.get('subscription', id)?.customer;
    if (customer !== undefined) engine.replaceCard(customer, '4000000000000341');
  },
};

/** What each currency's balance must be, worked out from what happened rather than from its transactions. */
function expected(engine: Engine): Map<string, number> {
  const { money } = engine.settings;
  const sums = new Map<string, number>();
  const add = (currency: string, amount: number) =>
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  const into = (currency: string) => settlementCurrencyOf(currency, money);
  for (const charge of all(engine, 'charge')) {
    if (charge.status === 'succeeded')
      add(into(charge.currency), settle(charge.amount, charge.currency, money));
  }
  for (const refund of all(engine, 'refund')) {
    if (refund.status === 'failed' || refund.status === 'canceled') continue;
    const taken = engine.store.get('balance_transaction', refund.balance_transaction ?? '');
    add(into(refund.currency), taken?.amount ?? 0);
  }
  for (const dispute of all(engine, 'dispute')) {
    if (dispute.status.startsWith('warning_')) continue;
    add(into(dispute.currency), -fixedFee(money.fees.dispute, dispute.currency, money));
    if (dispute.status !== 'won')
      add(into(dispute.currency), -settle(dispute.amount, dispute.currency, money));
  }
  for (const payout of all(engine, 'payout')) {
    if (payout.status !== 'failed' && payout.status !== 'canceled')
      add(payout.currency, -payout.amount);
  }
  for (const entry of all(engine, 'balance_transaction')) {
    if (entry.reporting_category === 'charge') add(entry.currency, -entry.fee);
  }
  return sums;
}

function listed(engine: Engine, payout: string): BalanceTransaction[] {
  const found: BalanceTransaction[] = [];
  for (let more = true; more;) {
    const last = found.at(-1);
    const page = engine.request<{ data: BalanceTransaction[]; has_more: boolean }>(
      'GET',
      '/v1/balance_transactions',
      { payout, limit: 7, ...(last ? { starting_after: last.id } : {}) },
    );
    found.push(...page.data);
    more = page.has_more;
  }
  return found;
}

const netOf = (entries: BalanceTransaction[]) => entries.reduce((sum, { net }) => sum + net, 0);

function checkBalance(engine: Engine): void {
  const entries = all(engine, 'balance_transaction');
  const sums = new Map<string, number>();
  for (const entry of entries) {
    expect(entry.net).toBe(entry.amount - entry.fee);
    sums.set(entry.currency, (sums.get(entry.currency) ?? 0) + entry.net);
  }
  expect(sums).toEqual(expected(engine));
  const { available, pending } = engine.request<
    Record<'available' | 'pending', { amount: number; currency: string }[]>
  >('GET', '/v1/balance');
  for (const { currency, amount } of available) {
    const waiting = pending.find((part) => part.currency === currency)?.amount ?? 0;
    expect(amount + waiting).toBe(sums.get(currency) ?? 0);
  }
}

function checkPayouts(engine: Engine): void {
  const taken = new Set<string>();
  for (const payout of all(engine, 'payout')) {
    if (payout.reconciliation_status !== 'completed') continue;
    const entries = listed(engine, payout.id);
    expect(netOf(entries.filter(({ id }) => id !== payout.balance_transaction))).toBe(
      payout.amount,
    );
    expect(netOf(entries)).toBe(0);
    for (const { id } of entries) {
      expect(taken.has(id)).toBe(false);
      taken.add(id);
    }
  }
}

function checkRefunds(engine: Engine): void {
  for (const charge of all(engine, 'charge')) {
    const good = all(engine, 'refund').filter(
      (refund) =>
        refund.charge === charge.id && refund.status !== 'failed' && refund.status !== 'canceled',
    );
    expect(good.reduce((sum, { amount }) => sum + amount, 0)).toBe(charge.amount_refunded);
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
    expect(charge.refunded).toBe(charge.amount_refunded === charge.amount);
  }
}

describe('the balance', () => {
  it('is charges less refunds, disputes, fees and payouts, to the cent, whatever fails on the way', () => {
    const act = fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(5000));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const engine = testEngine({
          settings: { money: { alsoSettles: ['gbp', 'huf'] }, payouts: { schedule: 'daily' } },
        });
        for (const [name, pick] of acts) {
          try {
            ACTS[name]?.(engine, pick);
          } catch (error) {
            if (!(error instanceof StripeApiError)) throw error;
          }
        }
        checkBalance(engine);
        checkRefunds(engine);
        engine.advanceTo(engine.now() + 2 * 3600);
        checkPayouts(engine);
      }),
      { numRuns: 100 },
    );
  });
});
