import Stripe from 'stripe';
import type {
  DisputeCase,
  DisputeFailure,
  DisputePayments,
} from '../../domain/ports/payments-disputes.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { type Result, fail } from '../../kernel/result.ts';
import { attempt } from './classify-error.ts';
import { idOf, toMoney } from './facts.ts';

/** Uploads take longer than words. */
const uploadTimeoutMs = 30_000;

/** Answering disputes: https://docs.stripe.com/disputes/api */
export function createDisputes(stripe: Stripe): DisputePayments {
  return {
    readDispute: (id) => answer(async () => toCase(await stripe.disputes.retrieve(id))),
    uploadEvidence: ({ fileId, filename, type, content }) =>
      answer(async () => {
        const file = await stripe.files.create(
          { purpose: 'dispute_evidence', file: { data: content, name: filename, type } },
          { idempotencyKey: `evidence-file:${fileId}`, timeout: uploadTimeoutMs },
        );
        return file.id;
      }),
    saveEvidence: ({ disputeId, evidence, submit, idempotencyKey }) =>
      answer(async () =>
        toCase(await stripe.disputes.update(disputeId, { evidence, submit }, { idempotencyKey })),
      ),
    closeDispute: (id) =>
      answer(async () =>
        toCase(await stripe.disputes.close(id, {}, { idempotencyKey: `dispute-close:${id}` })),
      ),
  };
}

/**
 * A dispute that is decided, or answered, takes no evidence: Stripe calls that an invalid request,
 * without a code of its own for each case.
 */
async function answer<Value>(run: () => Promise<Value>): Promise<Result<Value, DisputeFailure>> {
  try {
    const result = await attempt(run);
    if (result.ok) return result;
    return fail(result.reason === 'try_later' ? 'try_later' : 'refused');
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return fail('refused');
    throw error;
  }
}

function toCase(dispute: Stripe.Dispute): DisputeCase {
  const texts: Record<string, string> = {};
  const files: Record<string, string> = {};
  const fields: [string, unknown][] = Object.entries(dispute.evidence);
  for (const [name, value] of fields) {
    // A file is its id, unless it was asked for whole, which we never do.
    if (typeof value === 'string' && value !== '') {
      (fileFields.has(name) ? files : texts)[name] = value;
    }
  }
  return {
    disputeId: dispute.id,
    chargeId: idOf(dispute.charge) ?? '',
    status: dispute.status,
    reason: dispute.reason,
    networkReason: dispute.payment_method_details?.card?.network_reason_code ?? null,
    amount: toMoney(dispute.amount, dispute.currency),
    dueBy: dispute.evidence_details.due_by ? fromUnix(dispute.evidence_details.due_by) : null,
    submissionCount: dispute.evidence_details.submission_count,
    isRefundable: dispute.is_charge_refundable,
    texts,
    files,
  };
}

/** Fields that name an uploaded file: https://docs.stripe.com/api/disputes/evidence_object */
const fileFields: ReadonlySet<string> = new Set([
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]);
