import type { Metadata } from '../params.ts';

export type Refund = ReturnType<typeof newRefund>;

export function newRefund(
  id: string,
  created: number,
  fields: {
    amount: number;
    currency: string;
    charge: string;
    customer: string | null;
    paymentIntent: string | null;
    paymentMethod: string | null;
    methodType: 'card' | 'sepa_debit';
    metadata: Metadata;
    reason: string | null;
  },
) {
  return {
    id,
    object: 'refund' as const,
    amount: fields.amount,
    balance_transaction: null as string | null,
    charge: fields.charge as string | null,
    created,
    currency: fields.currency,
    customer: fields.customer,
    customer_account: null,
    destination_details:
      fields.methodType === 'card'
        ? {
            card: {
              reference_status: 'pending',
              reference_type: 'acquirer_reference_number',
              type: 'refund' as const,
            },
            type: 'card',
          }
        : { type: 'sepa_debit' },
    metadata: fields.metadata,
    payment_intent: fields.paymentIntent,
    payment_method: fields.paymentMethod,
    reason: fields.reason,
    receipt_number: null as string | null,
    source_transfer_reversal: null,
    status: 'succeeded' as 'canceled' | 'failed' | 'pending' | 'requires_action' | 'succeeded',
    transfer_reversal: null,
  };
}
