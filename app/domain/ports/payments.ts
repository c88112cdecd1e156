import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { AccountPayments } from './payments-account.ts';
import type { CardPayments } from './payments-cards.ts';
import type { ChangePayments } from './payments-changes.ts';
import type { DisputePayments } from './payments-disputes.ts';
import type { EndingPayments } from './payments-endings.ts';
import type { IdentityPayments } from './payments-identity.ts';
import type { CheckoutReduction, OfferPayments } from './payments-offers.ts';
import type { RefundPayments } from './payments-refunds.ts';
import type { OrderReference, PaymentsFailure, SubscriptionFacts } from './subscription-facts.ts';

// What its parts need as well stands in a file below them; those who use payments know this one.
export type {
  OrderKind,
  OrderReference,
  PaymentsFailure,
  SubscriptionFacts,
  SubscriptionStatus,
} from './subscription-facts.ts';

export interface OpenCheckoutInput {
  readonly order: OrderReference;
  /** An existing customer, or null to make one first. */
  readonly customerId: string | null;
  /** Fills the e-mail field when a new customer is made for a reader we know. */
  readonly email: string | null;
  readonly amount: Money;
  /** Null = once. */
  readonly interval: Interval | null;
  /** What lowers the first charges of a recurring one; absent = nothing does. */
  readonly reduction?: CheckoutReduction | null;
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
  /** Stripe's code: https://docs.stripe.com/disputes/categories */
  readonly reason: string;
  readonly occurredAt: Date;
  /** Until when evidence can be sent. */
  readonly dueBy: Date | null;
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
  /** The end of the period that it paid for; null when it paid for no subscription. */
  readonly periodEnd: Date | null;
  readonly settlement: Settlement | null;
  readonly refunds: readonly RefundFacts[];
  readonly disputes: readonly DisputeFacts[];
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

/** A dispute as lists show it; {@link DisputeFacts} come with its charge. */
export interface ListedDispute {
  readonly disputeId: string;
  readonly chargeId: string;
  readonly status: string;
}

/** One movement of the provider's balance, with the charge it belongs to. */
export interface BalanceFacts {
  readonly balanceTransactionId: string;
  /** Stripe's word: https://docs.stripe.com/reports/balance-transaction-types */
  readonly type: string;
  readonly gross: Money;
  readonly fee: Money;
  readonly net: Money;
  readonly createdAt: Date;
  readonly chargeId: string | null;
}

/** A page of a list of the provider's, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface PageInput {
  readonly cursor: string | null;
  /** Only what was created from this instant on; null = everything. */
  readonly since: Date | null;
}

/** What a page of the provider's balance history holds, oldest last. */
export interface BalancePage {
  readonly transactions: readonly BalanceFacts[];
  readonly nextCursor: string | null;
}

/** Money sent from the provider's balance to the bank. */
export interface PayoutFacts {
  readonly payoutId: string;
  readonly amount: Money;
  /** Stripe's word: https://docs.stripe.com/api/payouts/object#payout_object-status */
  readonly status: string;
  readonly isAutomatic: boolean;
  /** Can its balance transactions be listed? Only those of automatic payouts ever can. */
  readonly isReconciled: boolean;
  readonly failureCode: string | null;
  readonly createdAt: Date;
  readonly arrivesAt: Date;
  /** The payout's own movement, and the one that brought it back. */
  readonly balance: readonly BalanceFacts[];
}

/** What an event says happened, and to which object. Its payload is not read. */
export interface EventHint {
  readonly eventId: string;
  readonly type: string;
  readonly apiVersion: string | null;
  readonly isOurVersion: boolean;
  readonly isOurMode: boolean;
  /** The connected account that it is about; null = our own. */
  readonly account: string | null;
  readonly createdAt: Date;
  readonly objectKind: string | null;
  readonly objectId: string | null;
}

/** Who is charged, as the provider has them. */
export interface CustomerFacts {
  readonly customerId: string;
  readonly isOurs: boolean;
  readonly email: string | null;
}

/** unavailable: slow, down or limiting us. missing: there is no such object. refused: a wrong key, or a request that is not right. */
export type ReadingFailure = 'unavailable' | 'missing' | 'refused';

/** What the domain asks of a payment provider. Reading methods throw on the unexpected, so that a job is tried again. */
export interface Payments
  extends
    AccountPayments,
    CardPayments,
    ChangePayments,
    DisputePayments,
    EndingPayments,
    IdentityPayments,
    OfferPayments,
    RefundPayments {
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
  /** Ends a subscription at once and returns its latest payment. For a second membership that should not be. */
  cancelAndReturn(
    subscriptionId: string,
    idempotencyKey: string,
  ): Promise<Result<SubscriptionFacts, PaymentsFailure>>;
  listBalance(input: PageInput): Promise<BalancePage>;
  /** Every movement that a payout is made of, without its own. Only once it is reconciled. */
  listBalanceOfPayout(payoutId: string): Promise<BalanceFacts[]>;
  readPayout(payoutId: string): Promise<PayoutFacts>;
  listPayouts(input: PageInput): Promise<Page<PayoutFacts>>;
  listDisputes(input: PageInput): Promise<Page<ListedDispute>>;
  /** The subscription that a schedule drives, or drove; null when it never had one. */
  readSubscriptionOfSchedule(scheduleId: string): Promise<string | null>;
  /** The customer of a payment method; null when it has none. */
  readCustomerOfPaymentMethod(paymentMethodId: string): Promise<string | null>;
  /** Null: deleted. */
  readCustomer(customerId: string): Promise<CustomerFacts | null>;
  /** Subscriptions in every status. Null stands for one that is not of a shape that we make. */
  listSubscriptions(input: PageInput): Promise<Page<SubscriptionFacts | null>>;
  /** Events of the last 30 days at most: https://docs.stripe.com/api/events */
  listEvents(input: PageInput): Promise<Page<EventHint>>;
  /** Why a reading failed; null when it was not the provider that did. */
  whyFailed(error: unknown): ReadingFailure | null;
  /** The page of the provider's dashboard about an object; null when it has none. */
  dashboardUrl(objectId: string): string | null;
}
