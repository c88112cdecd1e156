import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../kernel/money.ts';
import type { ChargeFacts, DisputeFacts, RefundFacts, Settlement } from '../ports/payments.ts';
import { movementsOf, returnedOf } from './movement.ts';
import { type Account, postingOfBalance, postingsOf } from './posting.ts';

const at = new Date('2026-05-01T12:00:00Z');
let counter = 0;

function settle(grossMinor: number, feeMinor: number, currency = 'EUR'): Settlement {
  counter += 1;
  return {
    balanceTransactionId: `txn_${counter}`,
    gross: money(grossMinor, currency),
    fee: money(feeMinor, currency),
    net: money(grossMinor - feeMinor, currency),
    exchangeRate: null,
    at,
  };
}

function charge(parts: Partial<ChargeFacts> = {}): ChargeFacts {
  return {
    chargeId: 'ch_1',
    paymentIntentId: 'pi_1',
    invoiceId: null,
    subscriptionId: null,
    customerId: 'cus_1',
    order: null,
    isPaid: true,
    failureCode: null,
    amount: money(1000, 'EUR'),
    occurredAt: at,
    country: 'DE',
    periodEnd: null,
    settlement: settle(1000, 40),
    refunds: [],
    disputes: [],
    ...parts,
  };
}

function refund(amountMinor: number, parts: Partial<RefundFacts> = {}): RefundFacts {
  counter += 1;
  return {
    refundId: `re_${counter}`,
    amount: money(amountMinor, 'EUR'),
    status: 'succeeded',
    occurredAt: at,
    settlement: settle(-amountMinor, 0),
    failureSettlement: null,
    ...parts,
  };
}

function dispute(parts: Partial<DisputeFacts> = {}): DisputeFacts {
  return {
    disputeId: 'du_1',
    reason: 'fraudulent',
    amount: money(1000, 'EUR'),
    status: 'needs_response',
    occurredAt: at,
    dueBy: null,
    withdrawn: settle(-1000, 1500),
    reinstated: null,
    ...parts,
  };
}

function balances(facts: ChargeFacts): Partial<Record<Account, number>> {
  const totals: Partial<Record<Account, number>> = {};
  for (const movement of movementsOf(facts)) {
    for (const posting of postingsOf(movement, 'donation')) {
      for (const { account, amount } of posting.entries) {
        totals[account] = (totals[account] ?? 0) + amount.amountMinor;
      }
    }
  }
  return totals;
}

describe('what a charge has moved', () => {
  it('is nothing when it failed', () => {
    expect(movementsOf(charge({ isPaid: false }))).toEqual([]);
  });

  it('books a donation with its fee', () => {
    expect(balances(charge())).toEqual({
      stripe_clearing: 0,
      donation_income: -1000,
      stripe_balance: 960,
      stripe_fees: 40,
    });
  });

  it('waits with the fee until Stripe has it', () => {
    expect(balances(charge({ settlement: null }))).toEqual({
      stripe_clearing: 1000,
      donation_income: -1000,
    });
  });

  it('books part of it going back; the fee stays with Stripe', () => {
    const facts = charge({ refunds: [refund(300)] });
    expect(returnedOf(facts).amountMinor).toBe(300);
    expect(balances(facts)).toMatchObject({ refunds: 300, stripe_balance: 660, stripe_fees: 40 });
  });

  it('reinstates a refund that failed after all', () => {
    const facts = charge({
      refunds: [refund(300, { status: 'failed', failureSettlement: settle(300, 0) })],
    });
    expect(returnedOf(facts).amountMinor).toBe(0);
    expect(balances(facts)).toMatchObject({ refunds: 0, stripe_balance: 960 });
  });

  it('does not count a refund that never moved money', () => {
    expect(
      returnedOf(charge({ refunds: [refund(300, { status: 'pending', settlement: null })] }))
        .amountMinor,
    ).toBe(0);
  });

  it('books a dispute with its fee, and its money coming back when it is won', () => {
    expect(balances(charge({ disputes: [dispute()] }))).toMatchObject({
      disputes: 1000,
      stripe_fees: 1540,
      stripe_balance: -1540,
    });
    const won = charge({ disputes: [dispute({ status: 'won', reinstated: settle(1000, -1500) })] });
    expect(balances(won)).toMatchObject({ disputes: 0, stripe_fees: 40, stripe_balance: 960 });
    expect(returnedOf(won).amountMinor).toBe(0);
  });

  it('counts a dispute as gone only when it is lost', () => {
    expect(returnedOf(charge({ disputes: [dispute()] })).amountMinor).toBe(0);
    expect(returnedOf(charge({ disputes: [dispute({ status: 'lost' })] })).amountMinor).toBe(1000);
  });

  it('takes an inquiry for what it is', () => {
    const facts = charge({
      disputes: [dispute({ status: 'warning_needs_response', withdrawn: null })],
    });
    expect(movementsOf(facts)).toHaveLength(1);
  });

  it('keeps two currencies apart when Stripe has exchanged', () => {
    const facts = charge({ amount: money(50_000, 'UAH'), settlement: settle(1020, 60) });
    for (const movement of movementsOf(facts)) {
      for (const posting of postingsOf(movement, 'membership')) {
        const currencies = new Set(posting.entries.map((entry) => entry.amount.currency));
        expect(currencies.size).toBe(1);
      }
    }
  });

  it.each([
    ['payout', -5000, 0, { bank: 5000, stripe_balance: -5000 }],
    ['payout_failure', 5000, 0, { bank: -5000, stripe_balance: 5000 }],
    ['stripe_fee', -120, 0, { stripe_fees: 120, stripe_balance: -120 }],
    ['payout_minimum_balance_hold', -37, 0, { stripe_reserve: 37, stripe_balance: -37 }],
    ['charge', 900, 40, { other_activity: -900, stripe_fees: 40, stripe_balance: 860 }],
    ['a_type_of_tomorrow', -10, 0, { other_activity: 10, stripe_balance: -10 }],
  ])('books a %s that is no payment of ours', (type, grossMinor, feeMinor, expected) => {
    const { gross, fee, net } = settle(grossMinor, feeMinor);
    const facts = { balanceTransactionId: 'txn_1', type, gross, fee, net, createdAt: at };
    const { entries } = postingOfBalance({ ...facts, chargeId: null });
    expect(
      Object.fromEntries(entries.map(({ account, amount }) => [account, amount.amountMinor])),
    ).toEqual(expected);
  });

  it('always balances, in every posting and currency', () => {
    const parts = fc.record({
      amountMinor: fc.integer({ min: 50, max: 1_000_000 }),
      feeMinor: fc.integer({ min: 0, max: 5_000 }),
      refunds: fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000 }), fc.boolean()), {
        maxLength: 4,
      }),
      isDisputed: fc.boolean(),
      isWon: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ amountMinor, feeMinor, refunds, isDisputed, isWon }) => {
        const facts = charge({
          amount: money(amountMinor, 'EUR'),
          settlement: settle(amountMinor, feeMinor),
          refunds: refunds.map(([minor, fails]) =>
            refund(minor, fails ? { failureSettlement: settle(minor, 0) } : {}),
          ),
          disputes: isDisputed ? [dispute({ reinstated: isWon ? settle(1000, 0) : null })] : [],
        });
        let net = 0;
        for (const movement of movementsOf(facts)) {
          net += movement.settlement?.net.amountMinor ?? 0;
          for (const posting of postingsOf(movement, 'donation')) {
            expect(posting.entries.reduce((sum, { amount }) => sum + amount.amountMinor, 0)).toBe(
              0,
            );
          }
        }
        expect(balances(facts).stripe_balance).toBe(net);
      }),
    );
  });
});
