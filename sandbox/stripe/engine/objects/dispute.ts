import type { Metadata } from '../params.ts';
import type { BalanceTransaction } from './balance.ts';

export type Dispute = ReturnType<typeof newDispute>;

export type DisputeStatus =
  | 'lost'
  | 'needs_response'
  | 'under_review'
  | 'warning_closed'
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'won';

/** Every text that may be sent as evidence (https://docs.stripe.com/api/disputes/evidence_object). */
export const EVIDENCE_FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** Those among them that hold the id of an uploaded file. */
export const EVIDENCE_FILES: readonly EvidenceField[] = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
];

export function newDispute(
  id: string,
  created: number,
  fields: {
    amount: number;
    currency: string;
    charge: string;
    paymentIntent: string | null;
    reason: string;
    stage: 'chargeback' | 'inquiry';
    brand: string | null;
    dueBy: number;
    evidence: Partial<Record<EvidenceField, string>>;
    metadata: Metadata;
  },
) {
  const blank = Object.fromEntries(EVIDENCE_FIELDS.map((name) => [name, null])) as Record<
    EvidenceField,
    string | null
  >;
  const isInquiry = fields.stage === 'inquiry';
  return {
    id,
    object: 'dispute' as const,
    amount: fields.amount,
    balance_transactions: [] as BalanceTransaction[],
    charge: fields.charge,
    created,
    currency: fields.currency,
    enhanced_eligibility_types: [],
    evidence: { ...blank, ...fields.evidence, enhanced_evidence: {} },
    evidence_details: {
      due_by: fields.dueBy as number | null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted' as 'manual' | 'not_submitted',
    },
    intended_submission_method: null as 'manual' | null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: fields.metadata,
    payment_intent: fields.paymentIntent,
    ...(fields.brand === null
      ? {}
      : {
          payment_method_details: {
            card: {
              brand: fields.brand,
              case_type: fields.stage,
              network: fields.brand,
              network_reason_code: '10.4' as string | null,
            },
            type: 'card' as const,
          },
        }),
    reason: fields.reason,
    status: (isInquiry ? 'warning_needs_response' : 'needs_response') as DisputeStatus,
  };
}

/** The bank only asks: no money has moved, and none may ever. */
export function isInquiry(dispute: { status: DisputeStatus }): boolean {
  return dispute.status.startsWith('warning_');
}

/** Not decided yet. */
export function isOpen(dispute: { status: DisputeStatus }): boolean {
  return !['lost', 'warning_closed', 'won'].includes(dispute.status);
}
