import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';

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

export interface OpenCheckoutInput {
  readonly order: OrderReference;
  /** An existing customer, or null to make one first. */
  readonly customerId: string | null;
  /** Fills the e-mail field when a new customer is made for a reader we know. */
  readonly email: string | null;
  readonly amount: Money;
  /** Null = once. */
  readonly interval: Interval | null;
  /** What the reader sees on the provider's page: "Donation to The Sluice". */
  readonly description: string;
  readonly locale: Locale;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
}

export interface OpenedCheckout {
  readonly checkoutId: string;
  readonly url: string;
  readonly expiresAt: Date;
  readonly customerId: string;
}

export interface CheckoutFacts {
  readonly checkoutId: string;
  readonly order: OrderReference | null;
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: 'paid' | 'unpaid' | 'no_payment_required';
  /** Null once it is no longer open. */
  readonly url: string | null;
  readonly expiresAt: Date;
  readonly customerId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  /** ISO 3166 alpha-2, from the billing address. */
  readonly country: string | null;
  readonly paymentIntentId: string | null;
  readonly subscriptionId: string | null;
}

/** The provider's own figures for one movement, in the newsroom's settlement currency. */
export interface Settlement {
  readonly balanceTransactionId: string;
  /** Signed from the newsroom's side. */
  readonly gross: Money;
  /** What the provider keeps: positive; negative when it gives a fee back. */
  readonly fee: Money;
  readonly net: Money;
  readonly exchangeRate: string | null;
  /** When the balance moved. */
  readonly at: Date;
}

export interface RefundFacts {
  readonly refundId: string;
  readonly amount: Money;
  readonly status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  readonly occurredAt: Date;
  readonly settlement: Settlement | null;
  /** The money coming back when a refund failed after all. */
  readonly failureSettlement: Settlement | null;
}

export interface DisputeFacts {
  readonly disputeId: string;
  readonly amount: Money;
  /** Stripe's status; `warning_*` is only an inquiry and moves no money. */
  readonly status: string;
  readonly occurredAt: Date;
  readonly withdrawn: Settlement | null;
  readonly reinstated: Settlement | null;
}

/** Everything about one charge, read at once. */
export interface ChargeFacts {
  readonly chargeId: string;
  readonly paymentIntentId: string | null;
  readonly invoiceId: string | null;
  readonly subscriptionId: string | null;
  readonly customerId: string | null;
  readonly order: OrderReference | null;
  readonly isPaid: boolean;
  readonly failureCode: string | null;
  readonly amount: Money;
  readonly occurredAt: Date;
  readonly country: string | null;
  readonly settlement: Settlement | null;
  readonly refunds: readonly RefundFacts[];
  readonly disputes: readonly DisputeFacts[];
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
  readonly startedAt: Date;
  readonly currentPeriodStart: Date;
  readonly currentPeriodEnd: Date;
  /** The day a scheduled cancellation takes effect; covers both ways in which Stripe schedules one. */
  readonly cancelAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBecause: string | null;
  readonly latestInvoiceId: string | null;
}

export interface InvoiceFacts {
  readonly invoiceId: string;
  readonly subscriptionId: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly billingReason: string | null;
  readonly amountPaid: Money;
  readonly chargeIds: readonly string[];
  readonly attemptCount: number;
  readonly nextAttemptAt: Date | null;
  /** The provider's page on which an open invoice can be paid. */
  readonly payUrl: string | null;
  readonly createdAt: Date;
}

/** A page of the provider's balance history, oldest last, each with the charge it belongs to. */
export interface BalancePage {
  readonly transactions: readonly {
    readonly balanceTransactionId: string;
    readonly type: string;
    readonly net: Money;
    readonly createdAt: Date;
    readonly chargeId: string | null;
  }[];
  readonly nextCursor: string | null;
}

/** What the domain asks of a payment provider. Reading methods throw on the unexpected, so that a job is tried again. */
export interface Payments {
  /** Opens a hosted payment page. Idempotent per order and attempt. */
  openCheckout(
    input: OpenCheckoutInput,
    attempt: number,
  ): Promise<Result<OpenedCheckout, PaymentsFailure>>;
  /** Closes an open checkout so that it can't be paid any more. A checkout that is not open stays as it is. */
  expireCheckout(checkoutId: string): Promise<void>;
  readCheckout(checkoutId: string): Promise<CheckoutFacts>;
  /** The latest charge of a payment intent, or null when none was made. */
  readChargeOfPaymentIntent(paymentIntentId: string): Promise<ChargeFacts | null>;
  readCharge(chargeId: string): Promise<ChargeFacts>;
  readSubscription(subscriptionId: string): Promise<SubscriptionFacts>;
  readInvoice(invoiceId: string): Promise<InvoiceFacts>;
  /** Schedules a cancellation for the end of the paid period. */
  scheduleCancellation(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /** Takes a scheduled cancellation back. */
  undoCancellation(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  /** Ends a subscription at once and returns its latest payment. For a second membership that should not be. */
  cancelAndReturn(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  listBalance(input: { cursor: string | null; since: Date | null }): Promise<BalancePage>;
}
