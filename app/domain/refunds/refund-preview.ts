import type { Money } from '../../kernel/money.ts';
import type { Entitlement } from '../entitlements/entitlement.ts';
import type { ChargePayment } from '../ledger/charge-payment.ts';

export type RefundBarrier = 'charged_back' | 'nothing_left';

export interface RefundPreview {
  readonly payment: ChargePayment;
  /** What can still go back. */
  readonly left: Money;
  /** What is previewed: what was asked, or all that is left. */
  readonly amount: Money;
  readonly barrier: RefundBarrier | null;
  /** Stripe keeps what it took for the charge; null while it has not said how much. */
  readonly feeKept: Money | null;
  /** May the giver read the extras, now and after such a refund? Null: the payment is nobody's. */
  readonly access: { readonly now: Entitlement; readonly after: Entitlement } | null;
}
