import { type SQL, sql } from 'drizzle-orm';
import type { DaySpan } from '../report-range.ts';
import type { KeptDimension } from './source.ts';
import { stretchesOf } from './stretches.ts';

/**
 * The rows of a dimension in some days, each day once: with the columns of `rollup_sources`. One
 * read for each stretch, so that each is answered by the index alone; one condition for all of them
 * would fetch every row.
 * @param more what else must hold, said of the columns of `rollup_sources`
 */
export function keptRows(dimension: KeptDimension, days: DaySpan, more: SQL): SQL {
  const reads = stretchesOf(days, dimension === 'article').map(
    ({ grain, first, last }) => sql`
      select key, settlement_currency, charges, gross_minor, fee_minor, returns, returned_minor, returned_fee_minor
      from rollup_sources where dimension = ${dimension} and grain = ${grain}
        and day between ${first}::date and ${last}::date and ${more}`,
  );
  return sql.join(reads, sql` union all `);
}
