import { sql } from 'drizzle-orm';
import { rollupIncome } from '../../db/schema/rollups.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { Ctx } from '../ports/context.ts';
import { incomeOver } from './overview/income-over.server.ts';
import { type ReportRange, stepsOf } from './report-range.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { IncomeHistory } from './supporter-report.ts';

/**
 * What came in, step by step (days, weeks from Monday, or months, as the range is long); one
 * history for each settlement currency, the fullest first. One query over the rollups of income.
 */
export async function readHistory(ctx: Ctx, range: ReportRange): Promise<IncomeHistory[]> {
  const steps = stepsOf(range);
  const income = range.unit === 'month' ? incomeOver(ctx, [range]) : rollupIncome;
  const { day, kind, source, settlementCurrency, grossMinor, netMinor } = income;
  const start = sql`date_trunc(${range.unit}, ${day}::timestamp)`;
  const rows = await ctx.db
    .select({
      start: sql<string>`to_char(${start}, 'YYYY-MM-DD')`,
      currency: sql<CurrencyCode>`${settlementCurrency}`,
      once: wholeNumber(
        sql`sum(${grossMinor}) filter (where ${kind} = 'charge' and ${source} <> 'membership')`,
      ),
      recurring: wholeNumber(
        sql`sum(${grossMinor}) filter (where ${kind} = 'charge' and ${source} = 'membership')`,
      ),
      net: wholeNumber(sql`sum(${netMinor})`),
      count: wholeNumber(sql`sum(${income.count})`),
    })
    .from(income)
    .where(sql`${day} between ${range.from} and ${range.to} and ${settlementCurrency} <> ''`)
    .groupBy(sql`1, 2`);
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
  return currencies
    .map((currency) => {
      const own = new Map(
        rows.filter((row) => row.currency === currency).map((row) => [row.start, row]),
      );
      return {
        currency,
        steps: steps.map(({ start: at, from, to }) => ({
          from,
          to,
          once: own.get(at)?.once ?? 0,
          recurring: own.get(at)?.recurring ?? 0,
          net: own.get(at)?.net ?? 0,
        })),
        filled: [...own.values()].reduce((sum, { count }) => sum + count, 0),
      };
    })
    .sort((a, b) => b.filled - a.filled)
    .map(({ currency, steps: filled }) => ({ currency, steps: filled }));
}
