import { type SQL, sql } from 'drizzle-orm';
import type { DaySpan } from '../report-range.ts';
import type { KeptDimension } from './source.ts';
import { stretchesOf } from '../stretches.ts';

/**
 * What a dimension is kept by in some days, with some figures of each row: they add up to those of
 * the days, since they are below zero where a longer stretch was read than was asked for. One read
 * for each stretch, so that each is answered by the index alone; one condition for all of them
 * would fetch every row.
 * @param figures by name, each said in SQL of the columns of `rollup_sources`
 * @param more what else must hold, said of the same columns
 */
export function keptRows(
  dimension: KeptDimension,
  days: DaySpan,
  figures: Readonly<Record<string, string>>,
  more: SQL,
): SQL {
  const columns = { 1: figuresOf(figures, ''), [-1]: figuresOf(figures, '-') };
  const reads = stretchesOf(days, dimension === 'article').map(
    ({ grain, first, last, sign }) => sql`
      select key, settlement_currency, ${columns[sign]}
      from rollup_sources where dimension = ${dimension} and grain = ${grain}
        and day between ${first}::date and ${last}::date and ${more}`,
  );
  return sql.join(reads, sql` union all `);
}

const figuresOf = (figures: Readonly<Record<string, string>>, sign: '' | '-') =>
  sql.raw(
    Object.entries(figures)
      .map(([name, figure]) => `${sign}(${figure}) as ${name}`)
      .join(', '),
  );
