import { sql } from 'drizzle-orm';
import { rollupIncome } from '../../db/schema/rollups.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { Ctx } from '../ports/context.ts';
import type { IncomeRow } from './income.ts';
import type { DaySpan } from './report-range.ts';
import { wholeNumber } from './sql-figures.server.ts';

const { day, kind, source, currency, settlementCurrency } = rollupIncome;

/**
 * What moved in a stretch of days and in the one that it is compared with, one row for each sort
 * of movement. One query over `rollup_income`: as many rows as there are days and sorts.
 */
export async function readIncome(
  ctx: Ctx,
  input: DaySpan & { readonly before: DaySpan | null },
): Promise<IncomeRow[]> {
  const { from, to, before } = input;
  const rows = await ctx.db
    .select({
      isBefore: sql<boolean>`${day} < ${from}`,
      source,
      kind,
      currency: sql<CurrencyCode>`${currency}`,
      settlementCurrency: sql<CurrencyCode | null>`nullif(${settlementCurrency}, '')`,
      count: wholeNumber(sql`sum(${rollupIncome.count})`),
      amountMinor: wholeNumber(sql`sum(${rollupIncome.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${rollupIncome.grossMinor})`),
      feeMinor: wholeNumber(sql`sum(${rollupIncome.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${rollupIncome.netMinor})`),
    })
    .from(rollupIncome)
    .where(
      before
        ? sql`${day} between ${from} and ${to} or ${day} between ${before.from} and ${before.to}`
        : sql`${day} between ${from} and ${to}`,
    )
    .groupBy(sql`1, 2, 3, 4, 5`);
  // A movement that has been settled leaves the row of those that wait at nothing.
  return rows.filter((row) => row.count !== 0);
}
