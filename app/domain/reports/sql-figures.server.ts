import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Cursor } from './cursor.ts';

/**
 * A whole number that the database adds up. Sums of bigint are numeric in Postgres and arrive as
 * text; past 2^53 they would lose cents in JavaScript, so that throws.
 */
export function wholeNumber(expression: SQLWrapper): SQL<number> {
  return sql`coalesce(${expression}, 0)::bigint`.mapWith(toWholeNumber);
}

function toWholeNumber(value: unknown): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Too large to show: ${String(value)}`);
  return number;
}

/** An instant with all its digits, as a {@link Cursor} keeps it. */
export function cursorInstant(column: PgColumn): SQL<string> {
  return sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The order of an index made with `.desc()`: drizzle writes those NULLS LAST, plain `desc` would sort anew. */
export function newestFirst(column: PgColumn): SQL {
  return sql`${column} desc nulls last`;
}

/** What follows a cursor in a list ordered by instant, the newest first, and then by id. */
export function afterCursor(at: PgColumn, id: PgColumn, cursor: Cursor): SQL {
  return sql`(${at} <= ${cursor.at}::timestamptz and (${at} < ${cursor.at}::timestamptz or ${id} > ${cursor.id}::uuid))`;
}

/** Takes the wildcards out of what a person typed, and looks for it anywhere. */
export function containing(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
