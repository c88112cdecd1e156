import { sql } from 'drizzle-orm';
import { rollupGiftSizes } from '../../../db/schema/rollups.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import type { DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { stretchesOf } from '../stretches.ts';

/** The charges of one sort in one currency, as they were paid, whatever went back later. */
export interface GiftSize {
  readonly source: 'once' | 'recurring';
  readonly currency: CurrencyCode;
  readonly count: number;
  /** Minor units, rounded half up. */
  readonly averageMinor: number;
  /** The middle one; of two in the middle, what lies between them, rounded half up. */
  readonly medianMinor: number;
}

const { grain, sourceGroup, day, currency, amountMinor, count } = rollupGiftSizes;

/** Average and median of the charges in a stretch of days, the most charges first. One query. */
export async function readGiftSizes(ctx: Ctx, span: DaySpan): Promise<GiftSize[]> {
  const parts = stretchesOf(span, false).flatMap(({ grain: of, first, last, sign }) =>
    (['once', 'recurring'] as const).map(
      (group) => sql`
        select ${sourceGroup} as source, ${currency} as currency, ${amountMinor} as size,
          (${sign}::integer * sum(${count}))::bigint as n
        from ${rollupGiftSizes}
        where ${grain} = ${of} and ${sourceGroup} = ${group} and ${day} between ${first} and ${last}
        group by 1, 2, 3`,
    ),
  );
  const rows = await ctx.db
    .select({
      source: sql<GiftSize['source']>`source`,
      currency: sql<CurrencyCode>`currency`,
      count: wholeNumber(sql`max(total)`),
      sum: wholeNumber(sql`sum(size * n)`),
      lower: wholeNumber(sql`min(size) filter (where up_to * 2 >= total)`),
      upper: wholeNumber(sql`min(size) filter (where up_to * 2 > total)`),
    })
    .from(
      sql`(
        select source, currency, size, sum(n)::bigint as n,
          sum(sum(n)) over (partition by source, currency order by size) as up_to,
          sum(sum(n)) over (partition by source, currency) as total
        from (${sql.join(parts, sql` union all `)}) as read
        group by source, currency, size having sum(n) <> 0) as sized`,
    )
    .groupBy(sql`source, currency`)
    .orderBy(sql`max(total) desc, source, currency`);
  return rows.map(({ source, currency: of, count: charges, sum, lower, upper }) => ({
    source,
    currency: of,
    count: charges,
    averageMinor: Math.floor(sum / charges + 0.5),
    medianMinor: Math.floor((lower + upper) / 2 + 0.5),
  }));
}
