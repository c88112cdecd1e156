import type { PaymentView } from '../../domain/ledger/payment.ts';
import type { Money } from '../../kernel/money.ts';

/** One movement of money, as its payer sees it. */
export interface PaymentLine {
  readonly id: string;
  readonly kind: PaymentView['kind'];
  readonly source: PaymentView['source'];
  readonly amount: Money;
  readonly returned: Money;
  /** ISO 8601. */
  readonly occurredAt: string;
}

export function toPaymentLine(payment: PaymentView): PaymentLine {
  const { id, kind, source, amount, returned } = payment;
  return { id, kind, source, amount, returned, occurredAt: payment.occurredAt.toISOString() };
}
