import { and, asc, gte, lte, ne, sql } from 'drizzle-orm';
import {
  rollupRecurringCohorts,
  rollupRecurringEnds,
} from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import { type MonthKey, monthsUpTo } from '../report-month.ts';
import { type DaySpan, type ReportRange, wholeMonth } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { readLifetimeValues } from './read-lifetime-values.server.ts';
import { type Moves, readMoves } from './read-moves.server.ts';
import { revenueOf } from './recurring-report.ts';
import {
  type ChurnMonth,
  type EndReason,
  type RetentionMeasure,
  type RetentionReport,
  cohortsOf,
} from './retention.ts';

/** How many joining months the table has. */
const cohortMonths = 24;
const churnMonths = 12;

/**
 * Who stays, who leaves and why. Cohorts and churn by month end with the month of the range's last
 * day; reasons are those of the range. A fixed number of queries over rollups.
 * @param asked a currency, for retention of money; anything else is read as people
 */
export async function readRetentionReport(
  ctx: Ctx,
  range: ReportRange,
  asked: string | null,
): Promise<RetentionReport> {
  const lastMonth = range.to.slice(0, 7);
  const months = monthsUpTo(lastMonth, churnMonths);
  const currencies = await readCohortCurrencies(ctx);
  const measure: RetentionMeasure = currencies.find((code) => code === asked) ?? 'people';
  const end = range.isRunning ? range.to : wholeMonth(lastMonth).to;
  const [cohorts, moves, reasons, lifetime] = await Promise.all([
    readCohorts(ctx, measure, lastMonth),
    readMoves(ctx, { from: `${months[0] ?? lastMonth}-01`, to: end }, 'month'),
    readReasons(ctx, range),
    readLifetimeValues(ctx, range),
  ]);
  return {
    range,
    measure,
    currencies,
    lastMonth,
    isCurrent: range.isRunning,
    cohorts,
    churn: churnByMonth(moves, months, range.isRunning),
    reasons,
    lifetime,
  };
}

async function readCohortCurrencies(ctx: Ctx): Promise<CurrencyCode[]> {
  const { currency, joinedMinor } = rollupRecurringCohorts;
  const rows = await ctx.db
    .select({ currency: sql<CurrencyCode>`${currency}` })
    .from(rollupRecurringCohorts)
    .where(ne(currency, ''))
    .groupBy(currency)
    .orderBy(sql`sum(${rollupRecurringCohorts.joinedMinor}) desc`, asc(currency))
    .having(sql`sum(${joinedMinor}) <> 0`);
  return rows.map((row) => row.currency);
}

async function readCohorts(ctx: Ctx, measure: RetentionMeasure, last: MonthKey) {
  const t = rollupRecurringCohorts;
  const first = monthsUpTo(last, cohortMonths)[0] ?? last;
  const isPeople = measure === 'people';
  const rows = await ctx.db
    .select({
      joined: sql<string>`to_char(${t.joined}, 'YYYY-MM')`,
      month: sql<string>`to_char(${t.month}, 'YYYY-MM')`,
      size: wholeNumber(sql`sum(${isPeople ? t.joinedPeople : t.joinedMinor})`),
      step: wholeNumber(sql`sum(${isPeople ? t.people : t.amountMinor})`),
    })
    .from(t)
    .where(
      and(
        gte(t.joined, `${first}-01`),
        lte(t.joined, `${last}-01`),
        lte(t.month, `${last}-01`),
        sql`${t.currency} = ${isPeople ? '' : measure}`,
      ),
    )
    .groupBy(t.joined, t.month);
  return cohortsOf(rows, first, last);
}

/** Every month, the ones in which nothing moved too. */
function churnByMonth(
  moves: readonly Moves[],
  months: readonly MonthKey[],
  isRunning: boolean,
): ChurnMonth[] {
  const currencies = [...new Set(moves.map(({ currency }) => currency))].sort();
  return months.map((month, i) => {
    const before = moves.filter(({ start }) => start === null || start < `${month}-01`);
    const during = moves.filter(({ start }) => start === `${month}-01`);
    const people = (rows: readonly Moves[]) => rows.reduce((sum, row) => sum + row.people, 0);
    return {
      month,
      isRunning: isRunning && i === months.length - 1,
      peopleAtStart: people(before),
      peopleLeft: 0 - people(during.filter(({ movement }) => movement === 'churn')),
      currencies: currencies.map((currency) => {
        const own = during.filter((row) => row.currency === currency);
        const of = (...kinds: string[]) =>
          revenueOf(own.filter((row) => kinds.includes(row.movement)));
        return {
          currency,
          start: revenueOf(before.filter((row) => row.currency === currency)),
          lost: 0 - of('churn', 'contraction'),
          expansion: of('expansion'),
        };
      }),
    };
  });
}

function readReasons(ctx: Ctx, { from, to }: DaySpan): Promise<EndReason[]> {
  const { day, endedBecause, cancelCode, currency, count, amountMinor } = rollupRecurringEnds;
  return ctx.db
    .select({
      endedBecause,
      cancelCode,
      currency: sql<CurrencyCode>`${currency}`,
      count: wholeNumber(sql`sum(${count})`),
      amountMinor: wholeNumber(sql`sum(${amountMinor})`),
    })
    .from(rollupRecurringEnds)
    .where(and(gte(day, from), lte(day, to)))
    .groupBy(endedBecause, cancelCode, currency)
    .having(sql`sum(${count}) <> 0`)
    .orderBy(sql`sum(${count}) desc`, asc(endedBecause), asc(cancelCode), asc(currency));
}
