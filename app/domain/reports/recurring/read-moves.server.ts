import { lte, sql } from 'drizzle-orm';
import { rollupRecurringMoves } from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import type { MovementKind } from '../recurring-revenue.ts';
import type { Day, DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import type { BucketUnit } from './buckets.ts';

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
export function readMoves(ctx: Ctx, { from, to }: DaySpan, unit: BucketUnit): Promise<Moves[]> {
  const { day, movement, currency, count, people, amountMinor } = rollupRecurringMoves;
  return ctx.db
    .select({
      start:
        sql<Day | null>`case when ${day} >= ${from}::date then to_char(date_trunc(${unit}::text, ${day}::timestamp), 'YYYY-MM-DD') end`.as(
          'start',
        ),
      movement,
      currency: sql<CurrencyCode>`${currency}`,
      count: wholeNumber(sql`sum(${count})`),
      people: wholeNumber(sql`sum(${people})`),
      amountMinor: wholeNumber(sql`sum(${amountMinor})`),
    })
    .from(rollupRecurringMoves)
    .where(lte(day, to))
    .groupBy(sql`1, 2, 3`);
}
