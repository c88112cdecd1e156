import type { Result } from '../../kernel/result.ts';

/** What the payment provider is asked for when a person's address changes, or a person goes. */
export interface IdentityPayments {
  /** Sets the address of a customer. A customer that is not there (any more) stays so. @throws when it can't be done now */
  changeCustomerEmail(customerId: string, email: string, idempotencyKey: string): Promise<void>;
  /**
   * Deletes a customer: their address, name and saved cards go, and what is still running is ended.
   * Charges, invoices and disputes stay. Safe to repeat. @throws when it can't be done now
   */
  deleteCustomer(customerId: string): Promise<void>;
  /** Ends a subscription now: nothing is charged any more, nothing is given back. Safe to repeat. */
  endSubscriptionNow(subscriptionId: string): Promise<Result<null, 'try_later' | 'refused'>>;
}
