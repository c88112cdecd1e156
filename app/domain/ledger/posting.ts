import { type Money, negateMoney } from '../../kernel/money.ts';
import type { BalanceFacts, OrderKind } from '../ports/payments.ts';
import type { Movement } from './movement.ts';

export type Account =
  | 'stripe_balance'
  | 'stripe_fees'
  | 'stripe_clearing'
  | 'donation_income'
  | 'membership_income'
  | 'gift_income'
  | 'refunds'
  | 'disputes'
  | 'bank'
  /** What Stripe holds back. */
  | 'stripe_reserve'
  /** Movements of the balance that are no payment of ours: another shop on the same account. */
  | 'other_activity';

/** Debit positive, credit negative. */
export interface Entry {
  readonly account: Account;
  readonly amount: Money;
}

/** A set of entries that sum to zero in each currency. */
export interface Posting {
  readonly fact: Movement['kind'] | 'settlement';
  readonly stripeObjectId: string;
  readonly occurredAt: Date;
  readonly entries: readonly Entry[];
}

const incomeAccounts: Record<OrderKind, Account> = {
  donation: 'donation_income',
  membership: 'membership_income',
  gift: 'gift_income',
};

/**
 * How a movement is booked. Two postings: what happened between giver and newsroom, in the
 * currency of the gift, and what Stripe settled, in the currency of the newsroom's balance. They
 * meet in `stripe_clearing`, which is empty when both are the same currency and everything has
 * settled; otherwise it holds what was exchanged. No currency is ever converted by us.
 */
export function postingsOf(movement: Movement, source: OrderKind): Posting[] {
  const { amount, kind, settlement, stripeObjectId, occurredAt } = movement;
  const postings: Posting[] = [
    {
      fact: kind,
      stripeObjectId,
      occurredAt,
      entries: [
        { account: 'stripe_clearing', amount },
        { account: counterAccount(kind, source), amount: negateMoney(amount) },
      ],
    },
  ];
  if (settlement) {
    postings.push({
      fact: 'settlement',
      stripeObjectId: settlement.balanceTransactionId,
      occurredAt,
      entries: [
        { account: 'stripe_balance', amount: settlement.net },
        { account: 'stripe_fees', amount: settlement.fee },
        { account: 'stripe_clearing', amount: negateMoney(settlement.gross) },
      ].filter((entry): entry is Entry => entry.amount.amountMinor !== 0),
    });
  }
  return postings;
}

function counterAccount(kind: Movement['kind'], source: OrderKind): Account {
  switch (kind) {
    case 'charge':
      return incomeAccounts[source];
    case 'refund':
    case 'refund_failure':
      return 'refunds';
    case 'dispute':
    case 'dispute_reversal':
      return 'disputes';
  }
}

const balanceAccounts: Readonly<Record<string, Account>> = {
  payout: 'bank',
  payout_cancel: 'bank',
  payout_failure: 'bank',
  stripe_fee: 'stripe_fees',
  stripe_fx_fee: 'stripe_fees',
  tax_fee: 'stripe_fees',
  network_cost: 'stripe_fees',
  payout_minimum_balance_hold: 'stripe_reserve',
  payout_minimum_balance_release: 'stripe_reserve',
  reserve_transaction: 'stripe_reserve',
  reserved_funds: 'stripe_reserve',
  risk_reserved_funds: 'stripe_reserve',
};

/**
 * How a balance transaction is booked that belongs to no payment of ours: a payout, a fee of the
 * account, what others sell on it. With these the account `stripe_balance` is the sum of all of
 * Stripe's balance transactions. Types: https://docs.stripe.com/reports/balance-transaction-types
 */
export function postingOfBalance(facts: BalanceFacts): Posting {
  return {
    fact: 'settlement',
    stripeObjectId: facts.balanceTransactionId,
    occurredAt: facts.createdAt,
    entries: [
      { account: 'stripe_balance' as const, amount: facts.net },
      { account: 'stripe_fees' as const, amount: facts.fee },
      {
        account: balanceAccounts[facts.type] ?? 'other_activity',
        amount: negateMoney(facts.gross),
      },
    ].filter((entry) => entry.amount.amountMinor !== 0),
  };
}
