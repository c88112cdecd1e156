import { type Money, money, negateMoney } from '../../kernel/money.ts';
import type { ChargeFacts, Settlement } from '../ports/payments.ts';

export type MovementKind = 'charge' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal';

/** One movement of money, signed from the newsroom's side: what comes in is positive. */
export interface Movement {
  readonly kind: MovementKind;
  readonly stripeObjectId: string;
  readonly amount: Money;
  readonly occurredAt: Date;
  /** Stripe's own figures; null until it has them. */
  readonly settlement: Settlement | null;
}

/**
 * Every movement that a charge has caused so far. The same facts always give the same movements,
 * so recording them again changes nothing.
 *
 * - A failed charge moves nothing.
 * - A refund counts once Stripe took the money (it may still be "pending" at the bank); one that
 *   fails afterwards is a second movement that brings the money back:
 *   https://docs.stripe.com/refunds#failed-refunds
 * - A dispute counts once the money was withdrawn; an inquiry (`warning_*`) moves none:
 *   https://docs.stripe.com/disputes/how-disputes-work
 */
export function movementsOf(facts: ChargeFacts): Movement[] {
  if (!facts.isPaid) return [];
  const movements: Movement[] = [
    {
      kind: 'charge',
      stripeObjectId: facts.chargeId,
      amount: facts.amount,
      occurredAt: facts.occurredAt,
      settlement: facts.settlement,
    },
  ];
  for (const refund of facts.refunds) {
    if (refund.status !== 'succeeded' && !refund.settlement) continue;
    movements.push({
      kind: 'refund',
      stripeObjectId: refund.refundId,
      amount: negateMoney(refund.amount),
      occurredAt: refund.occurredAt,
      settlement: refund.settlement,
    });
    if (!refund.failureSettlement) continue;
    movements.push({
      kind: 'refund_failure',
      stripeObjectId: refund.refundId,
      amount: refund.amount,
      occurredAt: refund.failureSettlement.at,
      settlement: refund.failureSettlement,
    });
  }
  for (const dispute of facts.disputes) {
    if (!dispute.withdrawn) continue;
    movements.push({
      kind: 'dispute',
      stripeObjectId: dispute.disputeId,
      amount: negateMoney(dispute.amount),
      occurredAt: dispute.occurredAt,
      settlement: dispute.withdrawn,
    });
    if (!dispute.reinstated) continue;
    movements.push({
      kind: 'dispute_reversal',
      stripeObjectId: dispute.disputeId,
      amount: dispute.amount,
      occurredAt: dispute.reinstated.at,
      settlement: dispute.reinstated,
    });
  }
  return movements;
}

/**
 * What of a charge went back for good: refunds, less those that failed, and disputes that were
 * lost. While a dispute is open, what was bought is kept. Never negative.
 */
export function returnedOf(facts: ChargeFacts): Money {
  const refunded = movementsOf(facts)
    .filter(({ kind }) => kind === 'refund' || kind === 'refund_failure')
    .reduce((sum, movement) => sum - movement.amount.amountMinor, 0);
  const lost = facts.disputes
    .filter((dispute) => dispute.status === 'lost')
    .reduce((sum, dispute) => sum + dispute.amount.amountMinor, 0);
  return money(Math.max(0, refunded + lost), facts.amount.currency);
}
