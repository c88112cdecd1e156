import { desc, eq, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { PaymentView } from './payment.ts';

/** The newest are shown; a supporter with more has been giving weekly for decades. */
const mostShown = 1_000;

const columns = {
  id: payments.id,
  kind: payments.kind,
  source: payments.source,
  sourceId: payments.sourceId,
  supporterId: payments.supporterId,
  amountMinor: payments.amountMinor,
  currency: payments.currency,
  occurredAt: payments.occurredAt,
  // The outer table is named by hand: in a select from one table, drizzle leaves the name away,
  // and inside the subquery the column would be the subquery's own.
  returnedMinor: sql<string>`case when ${payments.kind} = 'charge' then (
    select coalesce(-sum(later.amount_minor), 0) from payments later
    where later.stripe_charge_id = "payments"."stripe_charge_id" and later.kind <> 'charge'
  ) else 0 end`,
};

interface Row {
  id: string;
  kind: PaymentView['kind'];
  source: PaymentView['source'];
  sourceId: string;
  supporterId: string | null;
  amountMinor: number;
  currency: string;
  occurredAt: Date;
  returnedMinor: string;
}

function toView(row: Row): PaymentView {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    sourceId: row.sourceId,
    supporterId: row.supporterId,
    amount: money(row.amountMinor, row.currency),
    returned: money(Number(row.returnedMinor), row.currency),
    occurredAt: row.occurredAt,
  };
}

/** A supporter's movements, newest first. */
export async function listSupporterPayments(ctx: Ctx, supporterId: string): Promise<PaymentView[]> {
  const rows = await ctx.db
    .select(columns)
    .from(payments)
    .where(eq(payments.supporterId, supporterId))
    .orderBy(desc(payments.occurredAt), desc(payments.id))
    .limit(mostShown);
  return rows.map(toView);
}

/** One movement, or null. Caller's duty: that the asker may see it. */
export async function readPayment(ctx: Ctx, paymentId: string): Promise<PaymentView | null> {
  const rows = await ctx.db
    .select(columns)
    .from(payments)
    .where(eq(payments.id, paymentId))
    .limit(1);
  return rows[0] ? toView(rows[0]) : null;
}
