import { sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { Ctx } from '../ports/context.ts';
import type { IncomeRow } from './income.ts';
import { incomeOver } from './overview/income-over.server.ts';
import type { DaySpan } from './report-range.ts';
import { wholeNumber } from './sql-figures.server.ts';

/**
 * What moved in a stretch of days and in the one that it is compared with, one row for each sort
 * of movement. One query over the rollups of income: as many rows as there are months and sorts.
 */
export async function readIncome(
  ctx: Ctx,
  input: DaySpan & { readonly before: DaySpan | null },
): Promise<IncomeRow[]> {
  const { from, before } = input;
  const income = incomeOver(ctx, before ? [input, before] : [input]);
  const rows = await ctx.db
    .select({
      isBefore: sql<boolean>`${income.day} < ${from}`,
      source: income.source,
      kind: income.kind,
      currency: sql<CurrencyCode>`${income.currency}`,
      settlementCurrency: sql<CurrencyCode | null>`nullif(${income.settlementCurrency}, '')`,
      count: wholeNumber(sql`sum(${income.count})`),
      amountMinor: wholeNumber(sql`sum(${income.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${income.grossMinor})`),
      feeMinor: wholeNumber(sql`sum(${income.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${income.netMinor})`),
    })
    .from(income)
    .groupBy(sql`1, 2, 3, 4, 5`);
  // A movement that has been settled leaves the row of those that wait at nothing.
  return rows.filter((row) => row.count !== 0);
}
