import { type Money, money } from '../../kernel/money.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import type { RefundReason } from '../ports/payments-refunds.ts';

export type RefundStatus = 'asked' | 'made' | 'refused';
export type Refusal = 'already_refunded' | 'disputed' | 'refused';

/** A refund that the staff decided on. */
export interface Refund {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: Money;
  readonly reason: RefundReason;
  readonly status: RefundStatus;
  readonly refusal: Refusal | null;
  readonly stripeRefundId: string | null;
  readonly createdAt: Date;
}

/** A refund of ours that Stripe may not have shown yet. */
export interface CountedRefund {
  readonly status: RefundStatus;
  readonly stripeRefundId: string | null;
  readonly amountMinor: number;
}

/**
 * What of a charge can still go back: less what Stripe has given back or is giving back, and less
 * what we have asked for and this reading of Stripe does not have. Never negative.
 */
export function refundableOf(facts: ChargeFacts, ours: readonly CountedRefund[]): Money {
  const standing = facts.refunds.filter(
    ({ status }) => status !== 'failed' && status !== 'canceled',
  );
  const known = new Set(facts.refunds.map(({ refundId }) => refundId));
  const unseen = ours.filter(
    ({ status, stripeRefundId }) =>
      status !== 'refused' && (stripeRefundId === null || !known.has(stripeRefundId)),
  );
  const gone =
    standing.reduce((sum, refund) => sum + refund.amount.amountMinor, 0) +
    unseen.reduce((sum, refund) => sum + refund.amountMinor, 0);
  return money(Math.max(0, facts.amount.amountMinor - gone), facts.amount.currency);
}

/**
 * Has the payer's bank taken it back, or is it about to decide? Stripe refunds no such charge; an
 * inquiry is not one yet, and a refund may settle it.
 * https://docs.stripe.com/disputes/responding#inquiries
 */
export function isChargedBack({ disputes }: Pick<ChargeFacts, 'disputes'>): boolean {
  return disputes.some(({ status }) => !status.startsWith('warning_') && status !== 'won');
}

/** What became of a refund in the end; sent_back: the bank could not place it, and returned it. */
export type RefundEnd = Refund['status'] | 'sent_back';

/** @param movements of the refund's charge */
export function endOf(
  { status, stripeRefundId }: Pick<Refund, 'status' | 'stripeRefundId'>,
  movements: readonly { readonly kind: string; readonly stripeObjectId: string }[],
): RefundEnd {
  const isSentBack = movements.some(
    ({ kind, stripeObjectId }) => kind === 'refund_failure' && stripeObjectId === stripeRefundId,
  );
  return isSentBack ? 'sent_back' : status;
}
