import { Readable, pipeline } from 'node:stream';
import { stringify } from 'csv-stringify';

/** A table that is read as it is sent. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

/**
 * A table as CSV (RFC 4180) with the byte order mark by which spreadsheets know UTF-8. Rows are
 * pulled only as fast as the reader takes them, so memory stays the same whatever the size; a
 * reader who leaves ends the query loop too.
 */
export function csvStream({ columns, rows }: CsvTable): Readable {
  const lines = stringify({
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
  });
  // A failure reaches the reader as a broken transfer: better than a file that seems whole.
  pipeline(Readable.from(rows), lines, () => undefined);
  return lines;
}

/** Every row of a list that is read page by page. */
export async function* everyPage<Row>(
  readPage: (after: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>,
): AsyncGenerator<Row> {
  let after: string | null = null;
  do {
    const page: { rows: readonly Row[]; next: string | null } = await readPage(after);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
