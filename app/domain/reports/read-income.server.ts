import { and, gte, lt, or, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';
import type { IncomeRow } from './income.ts';
import type { ReportPeriod } from './report-month.ts';
import { wholeNumber } from './sql-figures.server.ts';

/** Adds up the payments of a period and of what it is compared with. One query over `payments_occurred_idx`. */
export function readIncome(ctx: Ctx, period: ReportPeriod): Promise<IncomeRow[]> {
  const { before } = period;
  return ctx.db
    .select({
      isBefore: sql<boolean>`${lt(payments.occurredAt, period.from)}`,
      source: payments.source,
      kind: payments.kind,
      currency: payments.currency,
      settlementCurrency: payments.settlementCurrency,
      count: wholeNumber(sql`count(*)`),
      amountMinor: wholeNumber(sql`sum(${payments.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${payments.settlementGrossMinor})`),
      feeMinor: wholeNumber(sql`sum(${payments.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${payments.netMinor})`),
    })
    .from(payments)
    .where(
      or(
        and(gte(payments.occurredAt, before.from), lt(payments.occurredAt, before.until)),
        and(gte(payments.occurredAt, period.from), lt(payments.occurredAt, period.until)),
      ),
    )
    .groupBy(sql`1, 2, 3, 4, 5`);
}

/** How many people gave once (a donation or a gift membership) in the period and before. */
export async function countDonors(
  ctx: Ctx,
  period: ReportPeriod,
): Promise<{ now: number; before: number }> {
  const { before } = period;
  const during = (from: Date, until: Date) =>
    and(gte(payments.occurredAt, from), lt(payments.occurredAt, until));
  // A person who was erased leaves payments without a supporter: each of their gifts counts by itself.
  const person = sql`coalesce(${payments.supporterId}, ${payments.sourceId})`;
  const [row] = await ctx.db
    .select({
      now: wholeNumber(
        sql`count(distinct ${person}) filter (where ${during(period.from, period.until)})`,
      ),
      before: wholeNumber(
        sql`count(distinct ${person}) filter (where ${during(before.from, before.until)})`,
      ),
    })
    .from(payments)
    .where(
      and(
        gte(payments.occurredAt, before.from),
        lt(payments.occurredAt, period.until),
        sql`${payments.kind} = 'charge' and ${payments.source} <> 'membership'`,
      ),
    );
  return row ?? { now: 0, before: 0 };
}
