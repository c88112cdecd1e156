import { sql } from 'drizzle-orm';
import type { ChargeFacts } from '../ports/payments.ts';
import type { Ctx } from '../ports/context.ts';
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
  const ofCharge = recorded.find((row) => row.kind === 'charge');
  return {
    chargePaymentId: ofCharge?.paymentId ?? null,
    newPaymentIds: recorded.filter((row) => row.isNew).map((row) => row.paymentId),
    isSettled: movements.every((movement: Movement) => movement.settlement !== null),
  };
}

/** Two events about one charge wait for each other; the lock ends with the transaction. */
async function lockCharge(ctx: Ctx, chargeId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chargeId}, 1))`);
}
