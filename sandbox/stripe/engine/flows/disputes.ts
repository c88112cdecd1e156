import { DAY } from '../calendar.ts';
import { invalidRequest } from '../errors.ts';
import type { Dispute, EvidenceField } from '../objects/dispute.ts';
import { EVIDENCE_FILES, isInquiry, isOpen, newDispute } from '../objects/dispute.ts';
import type { FollowUp } from '../objects/platform.ts';
import type { Step } from '../step.ts';
import { postDispute } from './balance.ts';
import { settleNow } from './charges.ts';

const DAYS_TO_RESPOND = 9;
/** An inquiry that has not become a dispute by then is over (https://docs.stripe.com/disputes/how-disputes-work). */
const DAYS_OF_INQUIRY = 120;

export type DisputeStage = 'chargeback' | 'inquiry';

/**
 * The card holder has gone to their bank. A dispute takes the money at once, with a fee; an inquiry
 * only asks (https://docs.stripe.com/disputes/how-disputes-work). `null`: nothing left to dispute.
 */
export function openDispute(
  step: Step,
  chargeId: string,
  reason: string,
  stage: DisputeStage = 'chargeback',
): Dispute | null {
  const before = step.get('charge', chargeId, 'charge');
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
      // Bank debits know no inquiries.
      stage: isCard ? stage : 'chargeback',
      brand: charge.payment_method_details.card?.brand ?? null,
      dueBy: step.now + DAYS_TO_RESPOND * DAY,
      evidence: evidenceOf(charge.billing_details),
      metadata: {},
    }),
  );
  const withdrawn = !isInquiry(dispute);
  if (withdrawn) dispute.balance_transactions.push(postDispute(step, dispute, charge, 'withdrawn'));
  const changed = step.edit('charge', charge.id);
  changed.disputed = true;
  step.emit('charge.dispute.created', dispute);
  if (withdrawn) step.emit('charge.dispute.funds_withdrawn', dispute);
  step.emit('charge.updated', changed);
  // A bank debit's dispute is final; a card's waits for evidence until its due date.
  if (!isCard) return closeDispute(step, dispute.id, 'lost');
  return step.get('dispute', dispute.id);
}

function evidenceOf(billing: { email: string | null; name: string | null }) {
  return {
    ...(billing.email === null ? {} : { customer_email_address: billing.email }),
    ...(billing.name === null ? {} : { customer_name: billing.name }),
  };
}

/** The bank makes a dispute of its inquiry: now the money goes, and evidence may be sent anew. */
export function escalateInquiry(step: Step, id: string): Dispute {
  const held = step.get('dispute', id, 'dispute');
  if (!isInquiry(held) || !isOpen(held)) throw notOpen('This is not an open inquiry.');
  const charge = step.get('charge', held.charge);
  const left = charge.amount - charge.amount_refunded;
  const dispute = step.edit('dispute', id);
  dispute.status = 'needs_response';
  dispute.amount = Math.min(dispute.amount, left);
  dispute.is_charge_refundable = false;
  dispute.evidence_details.due_by = step.now + DAYS_TO_RESPOND * DAY;
  dispute.evidence_details.past_due = false;
  if (dispute.payment_method_details) {
    dispute.payment_method_details.card.case_type = 'chargeback';
  }
  dispute.balance_transactions.push(postDispute(step, dispute, charge, 'withdrawn'));
  step.emit('charge.dispute.updated', dispute);
  step.emit('charge.dispute.funds_withdrawn', dispute);
  return step.get('dispute', id);
}

/**
 * Decides a dispute. Won: the sum comes back. Lost: nothing more moves. An inquiry is merely closed,
 * whichever way (https://docs.stripe.com/disputes/how-disputes-work).
 */
export function closeDispute(step: Step, id: string, result: 'lost' | 'won'): Dispute {
  const held = step.get('dispute', id);
  if (!isOpen(held)) throw notOpen('This dispute is already closed.');
  const asked = isInquiry(held);
  const dispute = step.edit('dispute', id);
  dispute.status = asked ? 'warning_closed' : result;
  dispute.evidence_details.due_by = null;
  const reinstated = !asked && result === 'won';
  if (reinstated) {
    const charge = step.get('charge', dispute.charge);
    dispute.balance_transactions.push(postDispute(step, dispute, charge, 'reinstated'));
  }
  step.emit('charge.dispute.closed', dispute);
  if (reinstated) step.emit('charge.dispute.funds_reinstated', dispute);
  return step.get('dispute', id);
}

/** A charge that was refunded whole leaves nothing to inquire about. */
export function closeInquiries(step: Step, chargeId: string): void {
  for (const dispute of step.listBy('dispute', 'charge', chargeId)) {
    if (isInquiry(dispute) && isOpen(dispute)) closeDispute(step, dispute.id, 'won');
  }
}

export interface EvidenceInput {
  evidence: Partial<Record<EvidenceField, string | null>>;
  submit: boolean;
}

/** Texts that decide a test dispute a moment later (https://docs.stripe.com/testing#evidence). */
const DECIDING_EVIDENCE: Record<string, string> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
  escalate_inquiry_evidence: 'escalated',
};

/** Takes evidence; once submitted it goes to the bank and can't be changed. */
export function respondToDispute(step: Step, id: string, input: EvidenceInput): void {
  const held = step.get('dispute', id);
  if (held.status !== 'needs_response' && held.status !== 'warning_needs_response') {
    throw invalidRequest('This dispute can no longer be responded to.', 'evidence');
  }
  for (const name of EVIDENCE_FILES) {
    const file = input.evidence[name];
    if (file != null) step.get('file', file, `evidence[${name}]`);
  }
  const dispute = step.edit('dispute', id);
  Object.assign(dispute.evidence, input.evidence);
  if (Object.keys(input.evidence).length > 0) dispute.evidence_details.has_evidence = true;
  if (!input.submit) return;
  dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review';
  dispute.evidence_details.submission_count += 1;
  dispute.evidence_details.submission_method = 'manual';
  const outcome = DECIDING_EVIDENCE[dispute.evidence.uncategorized_text ?? ''];
  if (outcome !== undefined) step.schedule('decide_dispute', id, 1, outcome);
}

/** When a dispute changes by itself, if nobody does anything; `null` when it never will. */
export function disputeDueAt(dispute: Dispute): number | null {
  if (dispute.status === 'needs_response') return dispute.evidence_details.due_by;
  if (!isOpen(dispute) || !isInquiry(dispute)) return null;
  return dispute.created + DAYS_OF_INQUIRY * DAY;
}

/** The time to respond has passed, or that of an inquiry. */
export function runDispute(step: Step, id: string): void {
  const dispute = step.edit('dispute', id);
  if (dispute.status === 'needs_response') dispute.evidence_details.past_due = true;
  closeDispute(step, id, 'lost');
}

/** What a test card or a test text has planned. */
export function followUpDispute(step: Step, task: FollowUp): void {
  const { kind, target, outcome } = task;
  if (kind === 'open_dispute') {
    if (outcome === 'inquiry') openDispute(step, target, 'fraudulent', 'inquiry');
    else openDispute(step, target, outcome);
    return;
  }
  const dispute = step.get('dispute', target);
  if (dispute.status !== 'under_review' && dispute.status !== 'warning_under_review') return;
  if (outcome !== 'escalated') closeDispute(step, target, outcome === 'won' ? 'won' : 'lost');
  else if (isInquiry(dispute)) escalateInquiry(step, target);
}

function notOpen(message: string) {
  return invalidRequest(message, undefined, 'status_transition_invalid');
}
