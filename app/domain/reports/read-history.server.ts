import { and, gte, isNotNull, lt, sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { payments } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';
import { type MonthKey, monthsUpTo, startOfMonth } from './report-month.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { IncomeHistory } from './supporter-report.ts';

/**
 * What came in, month by month in the newsroom's time zone, for `count` months up to and including
 * `last`; one history for each settlement currency, the fullest first. One query over `payments_occurred_idx`.
 */
export async function readHistory(
  ctx: Ctx,
  input: { last: MonthKey; until: Date; count: number; timeZone: string },
): Promise<IncomeHistory[]> {
  const months = monthsUpTo(input.last, input.count);
  const { kind, source } = payments;
  const rows = await ctx.db
    .select({
      month: sql<MonthKey>`to_char(${payments.occurredAt} at time zone ${input.timeZone}, 'YYYY-MM')`,
      currency: sql<CurrencyCode>`${payments.settlementCurrency}`,
      once: wholeNumber(
        sql`sum(${payments.settlementGrossMinor}) filter (where ${kind} = 'charge' and ${source} <> 'membership')`,
      ),
      recurring: wholeNumber(
        sql`sum(${payments.settlementGrossMinor}) filter (where ${kind} = 'charge' and ${source} = 'membership')`,
      ),
      net: wholeNumber(sql`sum(${payments.netMinor})`),
    })
    .from(payments)
    .where(
      and(
        gte(payments.occurredAt, startOfMonth(months[0] ?? input.last, input.timeZone)),
        lt(payments.occurredAt, input.until),
        isNotNull(payments.settlementCurrency),
      ),
    )
    .groupBy(sql`1, 2`);
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
  return currencies
    .map((currency) => {
      const own = new Map(
        rows.filter((row) => row.currency === currency).map((row) => [row.month, row]),
      );
      return {
        currency,
        months: months.map((month) => ({
          month,
          once: own.get(month)?.once ?? 0,
          recurring: own.get(month)?.recurring ?? 0,
          net: own.get(month)?.net ?? 0,
        })),
        filled: own.size,
      };
    })
    .sort((a, b) => b.filled - a.filled)
    .map(({ currency, months: filled }) => ({ currency, months: filled }));
}
