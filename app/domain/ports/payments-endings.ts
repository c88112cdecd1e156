import type { Result } from '../../kernel/result.ts';
import type { PaymentsFailure, SubscriptionFacts } from './subscription-facts.ts';

/** When a subscription is to end. `now`: what waits to be paid is not collected any more. */
export type Ending =
  | { readonly kind: 'now' }
  | { readonly kind: 'period_end' }
  | { readonly kind: 'on'; readonly at: Date };

/**
 * What is owed for the period that runs. `under_way`: a bank debit that can't be stopped any more.
 * A renewal's invoice stays a draft for about an hour before it is charged: `open` too.
 */
export type Owed = 'nothing' | 'open' | 'under_way';

/** What the payment provider is asked for when a patron leaves, or stays after all. */
export interface EndingPayments {
  /** @throws when it can't be read */
  readOwed(subscriptionId: string): Promise<Owed>;
  /**
   * Ends a subscription, so that nothing is charged after it was asked for: an attached schedule is
   * let go of, and an end that is `now` voids the invoices that wait. Safe to repeat.
   * https://docs.stripe.com/billing/subscriptions/cancel
   */
  endSubscription(
    subscriptionId: string,
    ending: Ending,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /** Takes a scheduled end back, in whichever of the two ways it was scheduled. */
  continueSubscription(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
}
