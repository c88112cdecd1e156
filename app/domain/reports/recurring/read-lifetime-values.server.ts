import { and, eq, gte, lte, ne, sql } from 'drizzle-orm';
import { rollupIncome } from '../../../db/schema/rollups.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import { type MonthKey, monthsUpTo, shiftMonth } from '../report-month.ts';
import { type DaySpan, type ReportRange, wholeMonth } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { type Moves, readMoves } from './read-moves.server.ts';
import { standingOf } from './recurring-report.ts';
import { type LifetimeValues, lifetimeValue } from './retention.ts';

const monthsLookedAt = 12;

/** By the twelve whole months up to the end of the range. Two queries over rollups. */
export async function readLifetimeValues(ctx: Ctx, range: ReportRange): Promise<LifetimeValues> {
  const month = range.to.slice(0, 7);
  // The current month is not whole even on its last day.
  const isWhole = !range.isRunning && wholeMonth(month).to === range.to;
  const months = monthsUpTo(isWhole ? month : shiftMonth(month, -1), monthsLookedAt);
  const first = months[0] ?? month;
  const last = months.at(-1) ?? month;
  const span = { from: `${first}-01`, to: wholeMonth(last).to };
  const [moves, net] = await Promise.all([readMoves(ctx, span, 'month'), readNet(ctx, span)]);
  const people = (rows: readonly Moves[]) => rows.reduce((sum, row) => sum + row.people, 0);
  const before = (of: MonthKey) =>
    moves.filter(({ start }) => start === null || start < `${of}-01`);
  const starts = months.map((of) => people(before(of)));
  const peopleMonths = starts.reduce((sum, at) => sum + at, 0);
  const peopleLeft =
    0 - people(moves.filter(({ start, movement }) => start !== null && movement === 'churn'));
  const settledIn = [...new Set(net.map(({ settlement }) => settlement))].sort();
  return {
    months: { first, last },
    peopleLeft,
    peopleMonths,
    values: settledIn.map((currency) => {
      const own = net.filter(({ settlement }) => settlement === currency);
      const charged = new Set(own.map((row) => row.currency));
      return lifetimeValue({
        currency,
        netMinor: own.reduce((sum, row) => sum + row.netMinor, 0),
        // Those at the start of each month, as the people are counted who could leave in it.
        membershipMonths: months.reduce(
          (sum, of) => sum + standingOf(before(of).filter((row) => charged.has(row.currency))),
          0,
        ),
        peopleLeft,
        peopleMonths,
        monthsWithPatrons: starts.filter((at) => at > 0).length,
        isMixed: net.some((row) => row.settlement !== currency && charged.has(row.currency)),
      });
    }),
  };
}

/** What memberships brought, by what was charged and what Stripe made of it. Refunds and disputes are in it. */
function readNet(ctx: Ctx, { from, to }: DaySpan) {
  const { day, source, currency, settlementCurrency, netMinor } = rollupIncome;
  return ctx.db
    .select({
      currency: sql<CurrencyCode>`${currency}`,
      settlement: sql<CurrencyCode>`${settlementCurrency}`,
      netMinor: wholeNumber(sql`sum(${netMinor})`),
    })
    .from(rollupIncome)
    .where(and(gte(day, from), lte(day, to), eq(source, 'membership'), ne(settlementCurrency, '')))
    .groupBy(currency, settlementCurrency)
    .having(sql`sum(${rollupIncome.count}) <> 0`);
}
