import { type SQL, and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { payments } from '../../db/schema/ledger.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { MovementView } from './movement-view.ts';

const charges = alias(payments, 'charges');

/** Every movement of a supporter there ever was, oldest first: a sum must not miss one. */
export function listSupporterMovements(ctx: Ctx, supporterId: string): Promise<MovementView[]> {
  return list(ctx, eq(payments.supporterId, supporterId));
}

/**
 * A charge and all that followed from it, oldest first. Empty when the id names no charge.
 * Caller's duty: that the asker may see it.
 */
export function listMovementsOfCharge(ctx: Ctx, paymentId: string): Promise<MovementView[]> {
  const ofCharge = ctx.db
    .select({ stripeChargeId: payments.stripeChargeId })
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.kind, 'charge')));
  return list(ctx, inArray(payments.stripeChargeId, ofCharge));
}

async function list(ctx: Ctx, condition: SQL): Promise<MovementView[]> {
  const rows = await ctx.db
    .select({ movement: payments, chargeId: charges.id, chargedAt: charges.occurredAt })
    .from(payments)
    .leftJoin(
      charges,
      and(eq(charges.kind, 'charge'), eq(charges.stripeObjectId, payments.stripeChargeId)),
    )
    .where(condition)
    .orderBy(asc(payments.occurredAt), asc(payments.id));
  return rows.map(({ movement, chargeId, chargedAt }) => ({
    id: movement.id,
    kind: movement.kind,
    chargeId,
    chargedAt,
    source: movement.source,
    sourceId: movement.sourceId,
    supporterId: movement.supporterId,
    amount: money(movement.amountMinor, movement.currency),
    occurredAt: movement.occurredAt,
    periodEnd: movement.periodEnd,
  }));
}
