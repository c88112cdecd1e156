import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { PaymentsFailure } from './subscription-facts.ts';

export interface OpenCardUpdateInput {
  readonly membershipId: string;
  readonly customerId: string;
  /** ISO 4217, as the membership is charged: it decides which kinds of payment are offered. */
  readonly currency: string;
  readonly locale: Locale;
  /** Gets the page's id as the query parameter `session`. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** Pages asked for under the same name with the same addresses are one page, as long as nobody has used it. */
  readonly name: string;
}

/** What became of the provider's page for a new card. */
export interface CardUpdateFacts {
  /** The membership that it was opened for; null when it was not opened by us for this. */
  readonly membershipId: string | null;
  readonly customerId: string | null;
  /** Null until it is completed. */
  readonly paymentMethodId: string | null;
}

/** What became of an attempt to pay what is open. */
export type PaidNow =
  | { readonly kind: 'nothing_open' }
  | { readonly kind: 'paid' | 'processing'; readonly amount: Money }
  /** `code` is the bank's, where it gives one: https://docs.stripe.com/declines/codes */
  | { readonly kind: 'declined'; readonly amount: Money; readonly code: string | null }
  | { readonly kind: 'needs_confirmation'; readonly amount: Money; readonly payUrl: string | null };

/** What the payment provider is asked for about cards, and about invoices that wait. */
export interface CardPayments {
  /**
   * Opens the provider's page on which a new card is saved, and nothing is charged.
   * https://docs.stripe.com/payments/save-and-reuse?platform=checkout
   */
  openCardUpdate(input: OpenCardUpdateInput): Promise<Result<{ url: string }, PaymentsFailure>>;
  /** @throws when it can't be read */
  readCardUpdate(checkoutId: string): Promise<CardUpdateFacts>;
  /**
   * Charges the subscription, and the customer, to this method from now on; unless what they have
   * was saved later, so that a page completed before another never undoes it. Safe to repeat.
   */
  useCard(
    subscriptionId: string,
    paymentMethodId: string,
  ): Promise<Result<'in_use' | 'newer_in_use' | 'ended', PaymentsFailure>>;
  /**
   * Pays the subscription's latest invoice, if it is open and was tried, with what the subscription
   * is charged to. An invoice is never paid twice, and a card is tried once for it however often
   * this is called; `isRenewed` says that the same card has new data.
   * https://docs.stripe.com/api/invoices/pay
   */
  payOpenInvoice(
    subscriptionId: string,
    input: { readonly isRenewed: boolean },
  ): Promise<Result<PaidNow, PaymentsFailure>>;
}
