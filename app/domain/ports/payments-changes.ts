import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { PaymentsFailure, SubscriptionFacts } from './subscription-facts.ts';

/**
 * Why the next charge waits. `pause`: the patron paused it. `gift`: a gift pays the time meanwhile.
 * `paid`: a pause was ended early, and the time until the charge is paid for already.
 */
export type Postponement = 'pause' | 'gift' | 'paid';

/** What a membership costs, and what it is. */
export interface MembershipTerms {
  readonly tierId: string;
  /** What is charged each interval, fee cover included. */
  readonly amount: Money;
  readonly feeCoverMinor: number;
  readonly interval: Interval;
}

/** The provider's own figures for a change that has not been made. */
export interface ChangePreview {
  /** What is charged when it is confirmed; nothing, when more is credited than it costs. */
  readonly dueNow: Money;
  /** What is given back for the part of the paid period that the old terms no longer cover: positive. */
  readonly credited: Money;
  /** What the new terms cost until the next charge: positive. */
  readonly charged: Money;
  /** What earlier credits pay of it, positive; or what is left over for the next charge, negative. */
  readonly fromBalance: Money;
  readonly next: { readonly amount: Money; readonly at: Date };
}

/** From which instant a change counts when it is made now, or that it waits for the end of the paid period. */
export type ChangeTiming =
  { readonly kind: 'now'; readonly at: Date } | { readonly kind: 'period_end' };

/** What became of a change that is charged at once. */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly facts: SubscriptionFacts }
  /** The payment was declined, or its bank asks for confirmation: the old terms stay until it is paid. */
  | {
      readonly kind: 'declined' | 'needs_confirmation';
      readonly facts: SubscriptionFacts;
      /** The provider's page on which the change can be paid, within about a day. */
      readonly payUrl: string | null;
    };

/** What the payment provider is asked for when a patron changes or pauses a membership. */
export interface ChangePayments {
  /**
   * What a change would cost, and what is charged next.
   * @throws the provider's unexpected errors
   */
  previewChange(
    subscriptionId: string,
    terms: MembershipTerms,
    timing: ChangeTiming,
  ): Promise<Result<ChangePreview, PaymentsFailure>>;
  /** Makes the change as {@link previewChange} showed it for the same instant, and charges the difference. What is scheduled is let go of. */
  changeNow(
    subscriptionId: string,
    terms: MembershipTerms,
    at: Date,
    idempotencyKey: string,
  ): Promise<Result<ChangeOutcome, PaymentsFailure>>;
  /** Has the change begin when the paid period ends. It takes the place of one that waits. */
  changeAtPeriodEnd(
    subscriptionId: string,
    terms: MembershipTerms,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /** Lets go of what is scheduled: the present terms go on. Without a schedule nothing is done. */
  releaseSchedule(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /**
   * Nothing is charged before `until`; then the whole amount is, and the period begins on that day.
   * Nothing is credited. A pause of collection is lifted. Refused by the provider while a schedule is attached.
   * https://docs.stripe.com/api/subscriptions/update#update_subscription-trial_end
   */
  postponeCharge(
    subscriptionId: string,
    until: Date,
    because: Postponement,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /**
   * Ends a pause. Of what is paid for until `paidUntil` nothing is lost: the next charge is then. Null
   * or past: a new period begins now and is charged.
   */
  endPause(
    subscriptionId: string,
    paidUntil: Date | null,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
}
