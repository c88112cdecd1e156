import type { Metadata } from '../params.ts';

export type Refund = ReturnType<typeof newRefund>;

/** Why a refund came to nothing (https://docs.stripe.com/api/refunds/object#refund_object-failure_reason). */
export const REFUND_FAILURES = [
  'charge_for_pending_refund_disputed',
  'declined',
  'expired_or_canceled_card',
  'insufficient_funds',
  'lost_or_stolen_card',
  'merchant_request',
  'unknown',
] as const;

export type RefundFailure = (typeof REFUND_FAILURES)[number];

/** Fields that a refund only has once there is something to say. */
interface Trouble {
  failure_balance_transaction?: string;
  failure_reason?: RefundFailure;
  pending_reason?: 'processing';
}

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
    isPending: boolean;
  },
) {
  const trouble: Trouble = fields.isPending ? { pending_reason: 'processing' } : {};
  return {
    ...trouble,
    id,
    object: 'refund' as const,
    amount: fields.amount,
    balance_transaction: null as string | null,
    charge: fields.charge,
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
    status: (fields.isPending ? 'pending' : 'succeeded') as
      'canceled' | 'failed' | 'pending' | 'requires_action' | 'succeeded',
    transfer_reversal: null,
  };
}
