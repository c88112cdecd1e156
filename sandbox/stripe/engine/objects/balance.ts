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
  reportingCategory: 'charge' | 'dispute' | 'dispute_reversal' | 'refund' | 'refund_failure';
  source: string;
  type: 'adjustment' | 'charge' | 'payment' | 'payment_refund' | 'refund' | 'refund_failure';
}

export function newBalanceTransaction(
  id: string,
  created: number,
  fields: BalanceTransactionFields,
) {
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
    reporting_category: fields.reportingCategory as string,
    source: fields.source as string | null,
    status: 'pending' as 'available' | 'pending',
    type: fields.type,
  };
}
