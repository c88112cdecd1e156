import type { Money } from '../../kernel/money.ts';
import type { OrderKind } from '../ports/payments.ts';

/** The payment of a charge, with what names it at Stripe. */
export interface ChargePayment {
  readonly id: string;
  readonly stripeChargeId: string;
  readonly stripePaymentIntentId: string | null;
  readonly stripeInvoiceId: string | null;
  readonly source: OrderKind;
  readonly sourceId: string;
  readonly supporterId: string | null;
  readonly amount: Money;
  readonly occurredAt: Date;
}
