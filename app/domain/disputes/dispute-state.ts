import { oneOf } from '../reports/payment-filter.ts';

export const disputeStates = ['waiting', 'at_the_bank', 'decided'] as const;
/** waiting: for our answer. at_the_bank: answered. decided: won, lost, or an inquiry that is over. */
export type DisputeState = (typeof disputeStates)[number];

/** Stripe's statuses of each state: https://docs.stripe.com/api/disputes/object#dispute_object-status */
export const statusesOf: Readonly<Record<DisputeState, readonly string[]>> = {
  waiting: ['needs_response', 'warning_needs_response'],
  at_the_bank: ['under_review', 'warning_under_review'],
  decided: ['won', 'lost', 'warning_closed', 'prevented'],
};

export function readDisputeState(value: string | null): DisputeState | null {
  return oneOf(disputeStates, value);
}
