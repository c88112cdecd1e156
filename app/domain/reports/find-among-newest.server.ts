import { sql } from 'drizzle-orm';
import type { Ctx } from '../ports/context.ts';
import { containing } from './sql-figures.server.ts';
import type { SupporterCursor } from './supporter-cursor.ts';

/** So many are looked through in an index that holds names and addresses: some milliseconds. */
const lookedThrough = 20_000;

/**
 * The newest supporters whose name or address contains what is looked for: fewer than `limit` say
 * nothing of those who came before. Of a common name the newest are found at once this way, where
 * the index of words would read and sort everybody who has it.
 */
export async function findAmongNewest(
  ctx: Ctx,
  input: {
    readonly search: string;
    readonly after: SupporterCursor | null;
    readonly limit: number;
  },
): Promise<{ id: string; at: string }[]> {
  const { search, after, limit } = input;
  const anywhere = containing(search);
  const afterwards = after
    ? sql`and created_at <= ${after.at}::timestamptz and (created_at < ${after.at}::timestamptz or id > ${after.id}::uuid)`
    : sql``;
  const { rows } = await ctx.db.execute<{ id: string; at: string }>(sql`
    select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from (
      select id, created_at, name, email from supporters
      where merged_into_id is null ${afterwards}
      order by created_at desc nulls last, id
      limit ${lookedThrough}) as newest
    where email ilike ${anywhere.toLowerCase()} or name ilike ${anywhere}
    order by created_at desc nulls last, id
    limit ${limit}`);
  return rows;
}
