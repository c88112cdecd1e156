export type BalanceTransaction = ReturnType<typeof newBalanceTransaction>;

export interface FeeDetail {
  amount: number;
  application: string | null;
  currency: string;
  description: string | null;
  type: string;
}

export interface BalanceTransactionFields {
  /** Signed minor units of the settlement currency; `net` is always `amount - fee`. */
  amount: number;
  availableOn: number;
  currency: string;
  description: string | null;
  exchangeRate: number | null;
  feeDetails: FeeDetail[];
  /** https://docs.stripe.com/reports/reporting-categories */
  reportingCategory:
    | 'charge'
    | 'dispute'
    | 'dispute_reversal'
    | 'payout'
    | 'payout_minimum_balance_hold'
    | 'payout_minimum_balance_release'
    | 'payout_reversal'
    | 'refund'
    | 'refund_failure';
  source: string | null;
  /** https://docs.stripe.com/reports/balance-transaction-types */
  type:
    | 'adjustment'
    | 'charge'
    | 'payment'
    | 'payment_refund'
    | 'payout'
    | 'payout_cancel'
    | 'payout_failure'
    | 'payout_minimum_balance_hold'
    | 'payout_minimum_balance_release'
    | 'refund'
    | 'refund_failure';
}

export function newBalanceTransaction(
  id: string,
  created: number,
  fields: BalanceTransactionFields,
) {
  const status: 'available' | 'pending' = fields.availableOn <= created ? 'available' : 'pending';
  const fee = fields.feeDetails.reduce((sum, detail) => sum + detail.amount, 0);
  return {
    id,
    object: 'balance_transaction' as const,
    amount: fields.amount,
    available_on: fields.availableOn,
    balance_type: 'payments' as const,
    created,
    currency: fields.currency,
    description: fields.description,
    exchange_rate: fields.exchangeRate,
    fee,
    fee_details: fields.feeDetails,
    net: fields.amount - fee,
    reporting_category: fields.reportingCategory,
    source: fields.source,
    status,
    type: fields.type,
  };
}

/**
 * From when a transaction counts in the available balance: a payout leaves it at once, although its
 * own `available_on` is the day on which the bank has the money.
 */
export function countsFrom(entry: BalanceTransaction): number {
  return entry.type === 'payout' ? entry.created : entry.available_on;
}

/** A transaction that no automatic payout has taken yet; gone once one has. */
export interface UnpaidEntry {
  id: string;
  object: 'sandbox.unpaid';
  created: number;
  currency: string;
  transaction: string;
}

export function unpaidId(transaction: string): string {
  return `unpaid_${transaction}`;
}
