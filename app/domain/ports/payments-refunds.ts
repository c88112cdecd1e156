import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';

/** Why money goes back, in Stripe's words: https://docs.stripe.com/api/refunds/create#create_refund-reason */
export const refundReasons = ['requested_by_customer', 'duplicate', 'fraudulent'] as const;
export type RefundReason = (typeof refundReasons)[number];

export interface RefundInput {
  /** Our row: names the refund at the provider, so that it is made once however often this is called. */
  readonly refundId: string;
  readonly chargeId: string;
  readonly amount: Money;
  readonly reason: RefundReason;
}

/**
 * `already_refunded`: nothing, or not as much, is left of the charge. `disputed`: the payer's bank
 * has taken it back already.
 */
export type RefundFailure = 'try_later' | 'already_refunded' | 'disputed' | 'refused';

/** What the payment provider is asked for when money goes back. */
export interface RefundPayments {
  /** Gives back a part of a charge, or all of it. Safe to repeat, days later too. */
  refundCharge(input: RefundInput): Promise<Result<{ stripeRefundId: string }, RefundFailure>>;
}
