import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { toBalance } from './balance-facts.ts';

/** Of a balance transaction, what the reading looks at. */
const transaction = (source: Stripe.BalanceTransaction['source']) =>
  ({
    id: 'txn_1',
    type: 'refund',
    amount: -300,
    fee: 0,
    net: -300,
    currency: 'eur',
    created: 1_800_000_000,
    source,
  }) as Stripe.BalanceTransaction; // the SDK's type has fields that nothing here reads

describe('a movement of the balance', () => {
  it('names the charge that it belongs to', () => {
    expect(toBalance(transaction('ch_1')).chargeId).toBe('ch_1');
    // A bank debit's charge: https://docs.stripe.com/reports/balance-transaction-types
    expect(toBalance(transaction('py_1')).chargeId).toBe('py_1');
    expect(toBalance(transaction('po_1')).chargeId).toBeNull();
    expect(toBalance(transaction(null)).chargeId).toBeNull();
  });

  it('is refused where that can’t be known, rather than booked as somebody else’s', () => {
    for (const source of ['re_1', 'pyr_1', 'dp_1', 'du_1']) {
      expect(() => toBalance(transaction(source)), source).toThrow(/not expanded/);
    }
  });
});
