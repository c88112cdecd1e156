import { DAY } from '../calendar.ts';
import { invalidRequest } from '../errors.ts';
import type { Dispute, EvidenceField } from '../objects/dispute.ts';
import { newDispute } from '../objects/dispute.ts';
import type { Step } from '../step.ts';
import { postDispute } from './balance.ts';
import { settleNow } from './charges.ts';

const DAYS_TO_RESPOND = 9;

/** The card holder has asked their bank for the money; it is taken at once, with a fee. */
export function openDispute(step: Step, chargeId: string, reason: string): Dispute | null {
  const before = step.get('charge', chargeId);
  if (before.disputed || before.status !== 'succeeded') return null;
  const amount = before.amount - before.amount_refunded;
  if (amount === 0) return null;
  const charge = settleNow(step, chargeId);
  const isCard = charge.payment_method_details.type === 'card';
  const dispute = step.add(
    newDispute(step.newId(isCard ? 'dp' : 'du'), step.now, {
      amount,
      currency: charge.currency,
      charge: charge.id,
      paymentIntent: charge.payment_intent,
      reason,
      brand: charge.payment_method_details.card?.brand ?? null,
      dueBy: step.now + DAYS_TO_RESPOND * DAY,
      evidence: evidenceOf(charge.billing_details),
      metadata: {},
    }),
  );
  dispute.balance_transactions.push(postDispute(step, dispute, charge, 'withdrawn'));
  const changed = step.edit('charge', charge.id);
  changed.disputed = true;
  step.emit('charge.dispute.created', dispute);
  step.emit('charge.dispute.funds_withdrawn', dispute);
  step.emit('charge.updated', changed);
  // A bank debit's dispute is final; a card's waits for evidence until its due date.
  if (!isCard) return closeDispute(step, dispute.id, 'lost');
  return dispute;
}

function evidenceOf(billing: { email: string | null; name: string | null }) {
  return {
    ...(billing.email === null ? {} : { customer_email_address: billing.email }),
    ...(billing.name === null ? {} : { customer_name: billing.name }),
  };
}

/** Decides a dispute. Won: the sum and the fee come back. Lost: nothing more moves. */
export function closeDispute(step: Step, id: string, result: 'lost' | 'won'): Dispute {
  const held = step.get('dispute', id);
  if (held.status === 'won' || held.status === 'lost') {
    throw invalidRequest('This dispute is already closed.', undefined, 'dispute_already_closed');
  }
  const dispute = step.edit('dispute', id);
  dispute.status = result;
  dispute.evidence_details.due_by = null;
  if (result === 'won') {
    const charge = step.get('charge', dispute.charge);
    dispute.balance_transactions.push(postDispute(step, dispute, charge, 'reinstated'));
  }
  step.emit('charge.dispute.closed', dispute);
  if (result === 'won') step.emit('charge.dispute.funds_reinstated', dispute);
  return step.get('dispute', id);
}

export interface EvidenceInput {
  evidence: Partial<Record<EvidenceField, string | null>>;
  submit: boolean;
}

/**
 * Takes evidence. `winning_evidence` and `losing_evidence` as the uncategorised text decide the
 * dispute a moment later (https://docs.stripe.com/testing#evidence).
 */
export function respondToDispute(step: Step, id: string, input: EvidenceInput): void {
  const held = step.get('dispute', id);
  if (held.status !== 'needs_response') {
    throw invalidRequest(
      'This dispute can no longer be responded to.',
      'evidence',
      'dispute_not_editable',
    );
  }
  const dispute = step.edit('dispute', id);
  Object.assign(dispute.evidence, input.evidence);
  if (Object.keys(input.evidence).length > 0) dispute.evidence_details.has_evidence = true;
  if (!input.submit) return;
  dispute.status = 'under_review';
  dispute.evidence_details.submission_count += 1;
  dispute.evidence_details.submission_method = 'manual';
  const text = dispute.evidence.uncategorized_text;
  if (text === 'winning_evidence') step.schedule('decide_dispute', id, 1, 'won');
  if (text === 'losing_evidence') step.schedule('decide_dispute', id, 1, 'lost');
}

/** The time to respond has passed. */
export function expireDispute(step: Step, id: string): void {
  const dispute = step.edit('dispute', id);
  dispute.evidence_details.past_due = true;
  closeDispute(step, id, 'lost');
}
