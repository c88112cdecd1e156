import type { Money } from '../../kernel/money.ts';
import type { Account } from '../ledger/posting.ts';
import type { ListedPayment } from './listed-payment.ts';

/** One entry of the ledger, with the posting that it belongs to. */
export interface BookedEntry {
  readonly id: number;
  readonly at: Date;
  readonly fact: string;
  readonly stripeObjectId: string;
  readonly account: Account;
  /** Debit positive, credit negative. */
  readonly amount: Money;
}

/** A charge with everything that followed from it, for the desk. */
export interface PaymentCase {
  readonly charge: ListedPayment;
  /** The charge and what followed, the oldest first. */
  readonly movements: readonly ListedPayment[];
  readonly entries: readonly BookedEntry[];
  readonly membershipId: string | null;
  readonly chargeUrl: string | null;
}
