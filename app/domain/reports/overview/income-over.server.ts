import { type SQL, or, sql } from 'drizzle-orm';
import { rollupIncome, rollupIncomeMonths } from '../../../db/schema/rollups.ts';
import type { Ctx } from '../../ports/context.ts';
import type { DaySpan } from '../report-range.ts';
import { splitMonths } from './split-months.ts';

/**
 * What moved in some stretches of days, with the columns of `rollup_income`: their whole months are
 * read as such, so that five years cost little more than five weeks. The day of a month's row is its
 * first: whoever counts by days or weeks reads `rollup_income` itself.
 */
export function incomeOver(ctx: Ctx, spans: readonly DaySpan[]) {
  const parts = spans.map(splitMonths);
  const byDay = ctx.db
    .select(columnsOf(rollupIncome))
    .from(rollupIncome)
    .where(
      anyOf(
        parts.flatMap(({ edges }) =>
          edges.map(({ from, to }) => sql`${rollupIncome.day} between ${from} and ${to}`),
        ),
      ),
    );
  const byMonth = ctx.db
    .select(columnsOf(rollupIncomeMonths))
    .from(rollupIncomeMonths)
    .where(
      anyOf(
        parts.flatMap(({ months }) =>
          months ? [sql`${rollupIncomeMonths.day} between ${months.first} and ${months.last}`] : [],
        ),
      ),
    );
  return byDay.unionAll(byMonth).as('income');
}

function columnsOf(table: typeof rollupIncome | typeof rollupIncomeMonths) {
  const { day, kind, source, currency, settlementCurrency } = table;
  const { count, amountMinor, grossMinor, feeMinor, netMinor } = table;
  return {
    ...{ day, kind, source, currency, settlementCurrency },
    ...{ count, amountMinor, grossMinor, feeMinor, netMinor },
  };
}

function anyOf(conditions: readonly SQL[]): SQL {
  return or(...conditions) ?? sql`false`;
}
