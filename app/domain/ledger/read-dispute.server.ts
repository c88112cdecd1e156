import { type SQL, and, desc, eq, inArray, sql } from 'drizzle-orm';
import { disputes, payments } from '../../db/schema/ledger.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { OrderKind } from '../ports/payments.ts';

/** A dispute as it stands here, with the payment that it is about. */
export interface DisputeRow {
  readonly disputeId: string;
  readonly chargeId: string;
  /** Null while the charge itself is not booked. */
  readonly paymentId: string | null;
  readonly supporterId: string | null;
  readonly source: OrderKind;
  readonly sourceId: string;
  readonly amount: Money;
  readonly status: string;
  readonly reason: string | null;
  readonly openedAt: Date;
  readonly dueBy: Date | null;
  readonly paidAt: Date | null;
}

export async function readDispute(ctx: Ctx, disputeId: string): Promise<DisputeRow | null> {
  const [row] = await select(ctx, eq(disputes.stripeDisputeId, disputeId), 1);
  return row ?? null;
}

/** Holds a dispute until the transaction ends: whoever else holds it waits. */
export async function holdDispute(tx: Ctx, disputeId: string): Promise<void> {
  const { stripeDisputeId } = disputes;
  await tx.db
    .select({ id: stripeDisputeId })
    .from(disputes)
    .where(eq(stripeDisputeId, disputeId))
    .for('no key update');
}

/** Disputes, the newest first. `after` is the id of the last one shown. */
export async function listDisputeRows(
  ctx: Ctx,
  input: {
    readonly statuses: readonly string[] | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<DisputeRow[]> {
  const condition = and(
    input.statuses ? inArray(disputes.status, [...input.statuses]) : undefined,
    input.after
      ? sql`(${disputes.openedAt}, ${disputes.stripeDisputeId}) < (select l.opened_at, l.stripe_dispute_id from disputes l where l.stripe_dispute_id = ${input.after})`
      : undefined,
  );
  return select(ctx, condition, input.limit);
}

/** The disputes of a person's payments, for an export or an erasure. */
export async function listDisputeIdsOf(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: disputes.stripeDisputeId })
    .from(disputes)
    .innerJoin(payments, eq(payments.stripeChargeId, disputes.stripeChargeId))
    .where(eq(payments.supporterId, supporterId));
  return rows.map(({ id }) => id);
}

async function select(ctx: Ctx, condition: SQL | undefined, limit: number): Promise<DisputeRow[]> {
  const rows = await ctx.db
    .select({
      dispute: disputes,
      paymentId: payments.id,
      supporterId: payments.supporterId,
      paidAt: payments.occurredAt,
    })
    .from(disputes)
    .leftJoin(
      payments,
      and(eq(payments.kind, 'charge'), eq(payments.stripeObjectId, disputes.stripeChargeId)),
    )
    .where(condition)
    .orderBy(desc(disputes.openedAt), desc(disputes.stripeDisputeId))
    .limit(limit);
  return rows.map(({ dispute, ...payment }) => ({
    disputeId: dispute.stripeDisputeId,
    chargeId: dispute.stripeChargeId,
    source: dispute.source,
    sourceId: dispute.sourceId,
    amount: money(dispute.amountMinor, dispute.currency),
    status: dispute.status,
    reason: dispute.reason,
    openedAt: dispute.openedAt,
    dueBy: dispute.dueBy,
    ...payment,
  }));
}
