import { sql } from 'drizzle-orm';
import type { Ctx } from '../ports/context.ts';
import type { OrderKind } from '../ports/payments.ts';

/**
 * What went back of an order's payments for good, in minor units of its currency: refunds, less
 * those that failed, and disputes that were lost. An open dispute keeps what was bought.
 */
export async function readReturnedMinor(
  ctx: Ctx,
  source: OrderKind,
  sourceId: string,
): Promise<number> {
  const { rows } = await ctx.db.execute<{ minor: string }>(sql`
    select greatest(0,
      coalesce((select -sum(amount_minor) from payments
        where source = ${source} and source_id = ${sourceId}
        and kind in ('refund', 'refund_failure')), 0)
      + coalesce((select sum(amount_minor) from disputes
        where source = ${source} and source_id = ${sourceId} and status = 'lost'), 0)) as minor`);
  return Number(rows[0]?.minor ?? 0);
}

export interface PaidPeriod {
  /** The end of the latest period that was paid for and not given back. */
  readonly paidUntil: Date | null;
  /** The end of a later one whose payment went back whole; null when there is none. */
  readonly returnedUntil: Date | null;
}

/** Until when a membership's payments reach. */
export async function readPaidPeriod(ctx: Ctx, membershipId: string): Promise<PaidPeriod> {
  const { rows } = await ctx.db.execute<{ paid: string | null; returned: string | null }>(sql`
    with charges as (
      select c.period_end, c.amount_minor <=
        coalesce((select -sum(r.amount_minor) from payments r
          where r.stripe_charge_id = c.stripe_charge_id
          and r.kind in ('refund', 'refund_failure')), 0)
        + coalesce((select sum(d.amount_minor) from disputes d
          where d.stripe_charge_id = c.stripe_charge_id and d.status = 'lost'), 0) as is_returned
      from payments c
      where c.source = 'membership' and c.source_id = ${membershipId} and c.kind = 'charge')
    select max(period_end) filter (where not is_returned)::text as paid,
      max(period_end) filter (where is_returned)::text as returned
    from charges`);
  const paidUntil = toInstant(rows[0]?.paid);
  const returnedUntil = toInstant(rows[0]?.returned);
  const isLater = returnedUntil !== null && (paidUntil === null || returnedUntil > paidUntil);
  return { paidUntil, returnedUntil: isLater ? returnedUntil : null };
}

function toInstant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
