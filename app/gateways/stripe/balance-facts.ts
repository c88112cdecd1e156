import type Stripe from 'stripe';
import type { BalanceFacts, PayoutFacts } from '../../domain/ports/payments.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { idOf, toMoney } from './facts.ts';

/** Takes a balance transaction whose `source` is expanded. */
export function toBalance(transaction: Stripe.BalanceTransaction): BalanceFacts {
  const { currency } = transaction;
  return {
    balanceTransactionId: transaction.id,
    type: transaction.type,
    gross: toMoney(transaction.amount, currency),
    fee: toMoney(transaction.fee, currency),
    net: toMoney(transaction.net, currency),
    createdAt: fromUnix(transaction.created),
    chargeId: chargeOfSource(transaction.source),
  };
}

function chargeOfSource(source: Stripe.BalanceTransaction['source']): string | null {
  if (!source) return null;
  if (typeof source === 'string') {
    if (/^(ch|py)_/.test(source)) return source;
    // Taken for nobody's, it would be booked beside the payment that it belongs to.
    if (/^(re|pyr|dp|du)_/.test(source)) throw new TypeError(`${source} was not expanded`);
    return null;
  }
  if (source.object === 'charge') return source.id;
  if (source.object === 'refund' || source.object === 'dispute') return idOf(source.charge);
  return null;
}

/** Takes a payout whose `balance_transaction` and `failure_balance_transaction` are expanded. */
export function toPayout(payout: Stripe.Payout): PayoutFacts {
  const balance = [payout.balance_transaction, payout.failure_balance_transaction];
  return {
    payoutId: payout.id,
    amount: toMoney(payout.amount, payout.currency),
    status: payout.status,
    isAutomatic: payout.automatic,
    isReconciled: payout.reconciliation_status === 'completed',
    failureCode: payout.failure_code,
    createdAt: fromUnix(payout.created),
    arrivesAt: fromUnix(payout.arrival_date),
    balance: balance.flatMap((part) => (part && typeof part === 'object' ? [toBalance(part)] : [])),
  };
}
