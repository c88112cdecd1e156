import type { OrderKind } from '../ports/payments.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';

export type OrderStatus = 'open' | 'processing' | 'paid' | 'failed' | 'expired';

/** An order as the pages after Checkout show it. Caller's duty: whom to show it to. */
export interface OrderView {
  readonly kind: OrderKind;
  readonly id: string;
  readonly status: OrderStatus;
  /** What is charged, fee cover included. */
  readonly amount: Money;
  readonly feeCover: Money;
  /** Null = once. */
  readonly interval: Interval | null;
  readonly tierName: { readonly en: string; readonly uk: string } | null;
  readonly browserHash: string | null;
  readonly supporterId: string | null;
  readonly email: string | null;
  /** Did this order make the supporter's row? Only then may its browser be signed in. */
  readonly supporterCreatedByThisOrder: boolean;
  /** While the order is open. */
  readonly checkoutUrl: string | null;
  readonly returnTo: string | null;
  readonly articleId: string | null;
  readonly failureCode: string | null;
  readonly isAnonymous: boolean;
  readonly createdAt: Date;
  /** True when this membership was ended and paid back because there was one already. */
  readonly wasDuplicate: boolean;
}
