import { and, between, gte, lt, or, sql } from 'drizzle-orm';
import {
  rollupRecurringMoveMonths,
  rollupRecurringMoves,
} from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import type { MovementKind } from '../recurring-revenue.ts';
import { splitMonths } from '../overview/split-months.ts';
import type { Day, DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { type BucketUnit, bucketStarts } from './buckets.ts';

/** What moved recurring revenue the same way in one bucket, added up. */
export interface Moves {
  /** The first day of its bucket; null: before the stretch. */
  readonly start: Day | null;
  readonly movement: MovementKind;
  readonly currency: CurrencyCode;
  /** Memberships. */
  readonly count: number;
  /** Signed: people who became patrons, or stopped being any. */
  readonly people: number;
  /** Signed, monthly minor units. */
  readonly amountMinor: number;
}

/** All that moved recurring revenue until the end of a stretch, in one reading: start and movements make the end. */
export async function readMoves(
  ctx: Ctx,
  span: DaySpan,
  unit: BucketUnit,
): Promise<readonly Moves[]> {
  const starts = bucketStarts(span, unit);
  // The first bucket may begin before the stretch. Dates are told apart far quicker than texts.
  const bounds = `{${[span.from, ...starts.slice(1)].join()}}`;
  const moves = movesUntil(ctx, span, unit);
  const rows = await ctx.db
    .select({
      bucket: sql<number>`width_bucket(${moves.day}, ${bounds}::date[])`.as('bucket'),
      movement: moves.movement,
      currency: sql<CurrencyCode>`${moves.currency}`,
      count: wholeNumber(sql`sum(${moves.count})`),
      people: wholeNumber(sql`sum(${moves.people})`),
      amountMinor: wholeNumber(sql`sum(${moves.amountMinor})`),
    })
    .from(moves)
    .groupBy(sql`1, 2, 3`);
  return rows.map(({ bucket, ...row }) => ({ ...row, start: starts[bucket - 1] ?? null }));
}

/** What moved until the end of a stretch: by month where whole months will do, by day elsewhere. */
function movesUntil(ctx: Ctx, span: DaySpan, unit: BucketUnit) {
  const firstOfMonth = `${span.from.slice(0, 7)}-01`;
  const { months, edges } =
    unit === 'month' ? splitMonths(span) : { months: null, edges: [span] as const };
  const read = (table: typeof rollupRecurringMoves | typeof rollupRecurringMoveMonths) => {
    const { day, movement, currency, count, people, amountMinor } = table;
    return ctx.db.select({ day, movement, currency, count, people, amountMinor }).from(table);
  };
  const { day } = rollupRecurringMoves;
  const { day: month } = rollupRecurringMoveMonths;
  const byDay = read(rollupRecurringMoves).where(
    or(
      and(gte(day, firstOfMonth), lt(day, span.from)),
      ...edges.map(({ from, to }) => between(day, from, to)),
    ),
  );
  const byMonth = read(rollupRecurringMoveMonths).where(
    or(lt(month, firstOfMonth), months ? between(month, months.first, months.last) : undefined),
  );
  return byDay.unionAll(byMonth).as('moves');
}
