import { type SQL, sql } from 'drizzle-orm';
import { rollupGivingDays } from '../../../db/schema/rollups.ts';
import type { Ctx } from '../../ports/context.ts';
import type { DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { splitMonths } from './split-months.ts';

export interface Givers {
  /** People who gave in the stretch, each once. Of somebody unknown each gift counts by itself. */
  readonly people: number;
  /** Those of them who had never given before. */
  readonly newcomers: number;
}

const { dayGrain, previousGrain, sourceGroup, day, previous, count } = rollupGivingDays;

/**
 * Counts people in any stretch of days, exactly. Each is counted on the one day of theirs in it
 * whose gift before lies before the stretch. Reads a few thousand rows at most, whatever the
 * number of gifts: months by months, and days only at the ends.
 * @param input.group once: donations and gift memberships. any: charges of memberships too.
 */
export async function countGivers(
  ctx: Ctx,
  input: { readonly span: DaySpan; readonly group: 'once' | 'any' },
): Promise<Givers> {
  const { from } = input.span;
  const monthOfFrom = `${from.slice(0, 7)}-01`;
  const { months, edges } = splitMonths(input.span);
  const stretches: { grain: 'day' | 'month'; first: string; last: string }[] = [
    ...edges.map((edge) => ({ grain: 'day' as const, first: edge.from, last: edge.to })),
    ...(months ? [{ grain: 'month' as const, ...months }] : []),
  ];
  const parts = stretches.flatMap(({ grain, first, last }): SQL[] => {
    const read = (of: 'day' | 'month', before: SQL) => sql`
      select ${previous} as previous, sum(${count}) as count from ${rollupGivingDays}
      where ${dayGrain} = ${grain} and ${previousGrain} = ${of} and ${sourceGroup} = ${input.group}
        and ${day} between ${first} and ${last} and ${before} group by ${previous}`;
    return [
      read('month', sql`${previous} < ${monthOfFrom}`),
      ...(monthOfFrom === from
        ? []
        : [read('day', sql`${previous} >= ${monthOfFrom} and ${previous} < ${from}`)]),
    ];
  });
  const [row] = await ctx.db
    .select({
      people: wholeNumber(sql`sum(count)`),
      newcomers: wholeNumber(sql`sum(count) filter (where previous = '-infinity')`),
    })
    .from(sql`(${sql.join(parts, sql` union all `)}) as counted`);
  return row ?? { people: 0, newcomers: 0 };
}
