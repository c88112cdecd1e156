import { type Money, addMoney, money, negateMoney } from '../../kernel/money.ts';
import type { MovementKind } from '../ledger/movement.ts';
import type { MovementView } from '../ledger/movement-view.ts';
import type { PaidFor } from './paid-for.ts';

/** Money that went back after a payment, or, negative, that came in again. */
export interface Return {
  readonly kind: Exclude<MovementKind, 'charge'>;
  readonly amount: Money;
  readonly occurredAt: Date;
}

/** Whom a receipt or a statement names. */
export interface Payer {
  readonly name: string | null;
  readonly email: string;
  /** Line breaks are kept. */
  readonly postalAddress: string | null;
}

/** Proof of one payment. */
export interface Receipt {
  readonly paymentId: string;
  readonly supporterId: string | null;
  /** As it stands on the paper and in the mail. */
  readonly number: string;
  readonly payer: Payer | null;
  readonly paidAt: Date;
  readonly amount: Money;
  /** The part of `amount` that covers the fee; null when none does, or it isn't known. */
  readonly feeCover: Money | null;
  readonly paidFor: PaidFor;
  /** For a membership: until when it paid. */
  readonly paidUntil: Date | null;
  /** Oldest first. */
  readonly returns: readonly Return[];
  /** All returns together. */
  readonly returned: Money;
  /** When the last of what it says happened. */
  readonly asOf: Date;
}

/** What went back of a charge. @throws RangeError when a movement is in another currency than its charge */
export function returnsOf(
  charge: MovementView,
  followers: readonly MovementView[],
): Pick<Receipt, 'returns' | 'returned' | 'asOf'> {
  const returns = followers.flatMap(({ kind, amount, occurredAt }): Return[] =>
    kind === 'charge' ? [] : [{ kind, amount: negateMoney(amount), occurredAt }],
  );
  return {
    returns,
    returned: returns.reduce(
      (sum, { amount }) => addMoney(sum, amount),
      money(0, charge.amount.currency),
    ),
    asOf: returns.reduce(
      (latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest),
      charge.occurredAt,
    ),
  };
}
