import { type Money, negateMoney } from '../../kernel/money.ts';
import type { OrderKind } from '../ports/payments.ts';
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
  | 'bank';

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
