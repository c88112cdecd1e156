import { invalidRequest } from '../errors.ts';
import { closeDispute, respondToDispute } from '../flows/disputes.ts';
import { createRefund } from '../flows/refunds.ts';
import type { EvidenceField } from '../objects/dispute.ts';
import { EVIDENCE_FIELDS } from '../objects/dispute.ts';
import type { Params } from '../params.ts';
import { clearable, flag, integer, mergedMetadata, nested, oneOf, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

function chargeToRefund(step: Step, params: Params): string {
  const charge = text(params, 'charge');
  if (charge !== undefined) return charge;
  const intentId = text(params, 'payment_intent');
  if (intentId === undefined) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent = step.get('payment_intent', intentId, 'payment_intent');
  if (intent.latest_charge === null || intent.status !== 'succeeded') {
    throw invalidRequest(
      `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
      'payment_intent',
    );
  }
  return intent.latest_charge;
}

export const refundRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/refunds',
    params: ['amount', 'charge', 'metadata', 'payment_intent', 'reason'],
    handle: (step, { params }) =>
      createRefund(step, {
        charge: chargeToRefund(step, params),
        amount: integer(params, 'amount'),
        reason: oneOf(params, 'reason', REASONS) ?? null,
        metadata: mergedMetadata(params),
      }),
  },
  {
    method: 'POST',
    path: '/v1/refunds/:id',
    params: ['metadata'],
    handle: (step, { params, id }) => {
      const refund = step.edit('refund', id);
      refund.metadata = mergedMetadata(params, refund.metadata);
      step.emit('refund.updated', refund);
      return refund;
    },
  },
  {
    method: 'POST',
    path: '/v1/refunds/:id/cancel',
    params: [],
    // Cards and bank debits ask nothing of the customer, so that none of their refunds can be.
    handle: (step, { id }) => {
      const { status } = step.get('refund', id);
      throw invalidRequest(
        `You can only cancel a refund with the status requires_action; this one is ${status}.`,
        undefined,
        'status_transition_invalid',
      );
    },
  },
  retrieveRoute('refund', '/v1/refunds/:id'),
  listRoute('refund', '/v1/refunds', { by: ['charge', 'payment_intent'] }),
];

function readEvidence(params: Params): Partial<Record<EvidenceField, string | null>> {
  const found: Partial<Record<EvidenceField, string | null>> = {};
  for (const name of EVIDENCE_FIELDS) {
    const value = clearable(params, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

export const disputeRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/disputes/:id',
    params: ['metadata', 'submit', ...EVIDENCE_FIELDS.map((name) => `evidence.${name}`)],
    handle: (step, { params, id }) => {
      const evidence = nested(params, 'evidence');
      if (evidence) {
        respondToDispute(step, id, {
          evidence: readEvidence(evidence),
          // Evidence is submitted to the bank unless the caller says not yet.
          submit: flag(params, 'submit') ?? true,
        });
      }
      const dispute = step.edit('dispute', id);
      dispute.metadata = mergedMetadata(params, dispute.metadata);
      step.emit('charge.dispute.updated', dispute);
      return dispute;
    },
  },
  {
    method: 'POST',
    path: '/v1/disputes/:id/close',
    params: [],
    handle: (step, { id }) => closeDispute(step, id, 'lost'),
  },
  retrieveRoute('dispute', '/v1/disputes/:id'),
  listRoute('dispute', '/v1/disputes', { by: ['charge', 'payment_intent'] }),
];
