/*
 * What can be said in answer to a dispute, by Stripe's names of the fields:
 * https://docs.stripe.com/api/disputes/evidence_object. Nothing is shipped, so what is said of
 * parcels is left out.
 */

export const evidenceTexts = [
  'customer_name',
  'customer_email_address',
  'billing_address',
  'product_description',
  'service_date',
  'access_activity_log',
  'cancellation_rebuttal',
  'cancellation_policy_disclosure',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'uncategorized_text',
] as const;
export type EvidenceText = (typeof evidenceTexts)[number];

export const evidenceFiles = [
  'receipt',
  'customer_communication',
  'service_documentation',
  'cancellation_policy',
  'refund_policy',
  'duplicate_charge_documentation',
  'uncategorized_file',
] as const;
export type EvidenceFileField = (typeof evidenceFiles)[number];

/** One line each; the others are as long as they need to be. */
export const shortTexts: readonly EvidenceText[] = [
  'customer_name',
  'customer_email_address',
  'service_date',
  'duplicate_charge_id',
];

/** Stripe's limits: https://docs.stripe.com/disputes/best-practices */
export const textLimit = 20_000;
export const textsLimit = 150_000;
/** All files of an answer together, in bytes. */
export const filesLimit = 4_500_000;

export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FileType = (typeof fileTypes)[number];

/** What a file is by its first bytes; null when a bank would not take it. A name proves nothing. */
export function typeOfFile(content: Uint8Array): FileType | null {
  const begins = (...bytes: readonly number[]) =>
    bytes.every((byte, index) => content[index] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return null;
}

/** Reasons that the desk explains; Stripe may send others. https://docs.stripe.com/disputes/categories */
export const disputeReasons = [
  'bank_cannot_process',
  'check_returned',
  'credit_not_processed',
  'customer_initiated',
  'debit_not_authorized',
  'duplicate',
  'fraudulent',
  'general',
  'incorrect_account_details',
  'insufficient_funds',
  'noncompliant',
  'product_not_received',
  'product_unacceptable',
  'subscription_canceled',
  'unrecognized',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export function knownReason(code: string | null): DisputeReason {
  return disputeReasons.find((known) => known === code) ?? 'general';
}

/** The fields that decide a dispute of this reason; the others are folded away. */
export function tellingFields(
  reason: string | null,
): readonly (EvidenceText | EvidenceFileField)[] {
  const always = ['customer_name', 'customer_email_address', 'product_description'] as const;
  const atLast = ['receipt', 'customer_communication', 'uncategorized_text'] as const;
  switch (knownReason(reason)) {
    case 'duplicate':
      return [
        ...always,
        'duplicate_charge_explanation',
        'duplicate_charge_id',
        'duplicate_charge_documentation',
        ...atLast,
      ];
    case 'subscription_canceled':
      return [
        ...always,
        'service_date',
        'cancellation_rebuttal',
        'cancellation_policy_disclosure',
        'cancellation_policy',
        'access_activity_log',
        ...atLast,
      ];
    case 'credit_not_processed':
      return [
        ...always,
        'refund_policy_disclosure',
        'refund_refusal_explanation',
        'refund_policy',
        ...atLast,
      ];
    default:
      return [...always, 'service_date', 'access_activity_log', 'service_documentation', ...atLast];
  }
}

/** Statuses in which evidence is taken. */
export function isAnswerable(status: string): boolean {
  return status === 'needs_response' || status === 'warning_needs_response';
}

export function isDecided(status: string): boolean {
  return ['won', 'lost', 'warning_closed', 'prevented'].includes(status);
}

export const disputeStatuses = [
  'needs_response',
  'under_review',
  'won',
  'lost',
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'prevented',
] as const;

/** The longest reason that the audit log is given. */
export const disputeReasonLimit = 500;
