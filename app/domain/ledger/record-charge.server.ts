import { sql } from 'drizzle-orm';
import { disputes } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import { type Movement, movementsOf } from './movement.ts';
import type { PaymentSource } from './payment.ts';
import { recordMovements } from './record-movements.server.ts';

export interface RecordedCharge {
  /** The payment row of the charge itself; null when it moved nothing (a failed charge). */
  readonly chargePaymentId: string | null;
  /** Rows that were not there before this call. */
  readonly newPaymentIds: readonly string[];
  /** False while Stripe has not said what it keeps: look again later. */
  readonly isSettled: boolean;
}

/**
 * Books a charge with everything that has happened to it. Safe to repeat; each movement lands once.
 * Caller's duty: a transaction, so that what follows from a payment lands with it.
 */
export async function recordCharge(
  ctx: Ctx,
  facts: ChargeFacts,
  source: PaymentSource,
): Promise<RecordedCharge> {
  await lockCharge(ctx, facts.chargeId);
  const movements = movementsOf(facts);
  const recorded = await recordMovements(
    ctx,
    movements.map((movement) => ({ movement, source, charge: facts })),
  );
  await recordDisputes(ctx, [{ facts, source }]);
  const ofCharge = recorded.find((row) => row.kind === 'charge');
  return {
    chargePaymentId: ofCharge?.paymentId ?? null,
    newPaymentIds: recorded.filter((row) => row.isNew).map((row) => row.paymentId),
    isSettled: movements.every((movement: Movement) => movement.settlement !== null),
  };
}

/**
 * Notes how disputes stand. One that is over never opens again by an older reading.
 * Caller's duty: a transaction.
 */
export async function recordDisputes(
  ctx: Ctx,
  charges: readonly {
    facts: Pick<ChargeFacts, 'chargeId' | 'disputes'>;
    source: Pick<PaymentSource, 'source' | 'sourceId'>;
  }[],
): Promise<void> {
  const now = ctx.clock.now();
  const rows = charges.flatMap(({ facts, source }) =>
    facts.disputes.map((dispute) => ({
      stripeDisputeId: dispute.disputeId,
      stripeChargeId: facts.chargeId,
      source: source.source,
      sourceId: source.sourceId,
      amountMinor: dispute.amount.amountMinor,
      currency: dispute.amount.currency,
      status: dispute.status,
      reason: dispute.reason,
      openedAt: dispute.occurredAt,
      dueBy: dispute.dueBy,
      updatedAt: now,
    })),
  );
  if (rows.length === 0) return;
  const over = sql.raw(`('won', 'lost', 'warning_closed')`);
  await ctx.db
    .insert(disputes)
    .values(rows)
    .onConflictDoUpdate({
      target: disputes.stripeDisputeId,
      set: {
        amountMinor: sql`excluded.amount_minor`,
        status: sql`excluded.status`,
        reason: sql`excluded.reason`,
        dueBy: sql`excluded.due_by`,
        updatedAt: now,
      },
      setWhere: sql`excluded.status in ${over} or ${disputes.status} not in ${over}`,
    });
}

/** Two events about one charge wait for each other; the lock ends with the transaction. */
async function lockCharge(ctx: Ctx, chargeId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chargeId}, 1))`);
}
