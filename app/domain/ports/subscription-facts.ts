import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';

/** Why the payment provider did not do what was asked. `try_later`: it is slow, down or limiting us. */
export type PaymentsFailure = 'amount_too_small' | 'amount_too_large' | 'try_later' | 'refused';

export type OrderKind = 'donation' | 'membership' | 'gift';

/** Names our row in the provider's metadata. No personal data goes there. */
export interface OrderReference {
  readonly kind: OrderKind;
  readonly orderId: string;
  readonly articleId: string | null;
  readonly campaignId: string | null;
}

/** For one charge, for some months, or for good: https://docs.stripe.com/api/coupons/object#coupon_object-duration */
export const discountDurations = ['once', 'repeating', 'forever'] as const;
export type DiscountDuration = (typeof discountDurations)[number];

/** A discount that is at work on a subscription. Exactly one of `percent` and `amountMinor` is set. */
export interface DiscountFacts {
  /** A whole number, 1 to 100. */
  readonly percent: number | null;
  /** In the subscription's currency. */
  readonly amountMinor: number | null;
  readonly duration: DiscountDuration;
  /** Charges before this instant are lowered; null = not by a date. */
  readonly until: Date | null;
}

/** What a membership is charged to. */
export interface CardFacts {
  /** A card's brand as the provider writes it ("visa"), or the kind of method ("sepa_debit"). */
  readonly brand: string;
  readonly last4: string | null;
  /** Null: it has no expiry. */
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/** What waits to be paid, of a membership that is past due. */
export interface OpenInvoice {
  readonly invoiceId: string;
  readonly amount: Money;
  /** needs_confirmation: the bank asks its customer (3-D Secure); nothing was refused. */
  readonly trouble: 'failed' | 'needs_confirmation';
  /** How often it was tried. */
  readonly attempts: number;
  /** When the provider tries again by itself; null = not by itself. */
  readonly nextAttemptAt: Date | null;
}

/** How a membership is paid at present. */
export interface CollectionFacts {
  readonly card: CardFacts | null;
  /** Null: nothing waits. */
  readonly open: OpenInvoice | null;
}

/** Terms that begin at the end of the paid period, as the provider has them. Null = it does not say. */
export interface ScheduledTerms {
  readonly tierId: string | null;
  readonly feeCoverMinor: number | null;
  readonly amount: Money;
  readonly interval: Interval;
  readonly at: Date;
}

/** The subscription's own statuses: https://docs.stripe.com/api/subscriptions/object */
export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'unpaid'
  | 'paused'
  | 'canceled';

export interface SubscriptionFacts {
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly order: OrderReference | null;
  readonly status: SubscriptionStatus;
  readonly amount: Money;
  readonly interval: Interval;
  /** The row of the tier that it stands for; null when the provider was never told. */
  readonly tierId: string | null;
  /** The part of the amount that covers the fee; null when the provider was never told. */
  readonly feeCoverMinor: number | null;
  /** Null: the whole amount is charged. */
  readonly discount: DiscountFacts | null;
  readonly startedAt: Date;
  readonly currentPeriodStart: Date;
  readonly currentPeriodEnd: Date;
  /** Does the period that runs cost nothing, because its charge was postponed or it is a trial? */
  readonly isPostponed: boolean;
  /** While `paused`: until when nothing is charged. Null = not paused, or without an end. */
  readonly pausedUntil: Date | null;
  /** What holds terms for later; it may outlast their beginning by a day. */
  readonly scheduleId: string | null;
  /** The terms that begin at the end of the paid period. Lists don't tell. */
  readonly next: ScheduledTerms | null;
  /** The day a scheduled cancellation takes effect; covers both ways in which Stripe schedules one. */
  readonly cancelAt: Date | null;
  readonly endedAt: Date | null;
  /** Stripe's reason, or `duplicate` when {@link Payments.cancelAndReturn} ended it. */
  readonly endedBecause: string | null;
  readonly latestInvoiceId: string | null;
  /** How it is paid. Null = not told: only {@link Payments.readSubscription} does. */
  readonly collection: CollectionFacts | null;
}
