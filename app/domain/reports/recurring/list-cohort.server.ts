import { type SQL, and, eq, lte, sql } from 'drizzle-orm';
import { rollupRecurringCohorts } from '../../../db/schema/rollups-recurring.ts';
import type { Ctx } from '../../ports/context.ts';
import { readSupporters } from '../../supporters/read-supporters.server.ts';
import { type Cursor, formatCursor } from '../cursor.ts';
import { type MonthKey, spanOfMonth } from '../report-month.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import type { ListedPerson } from './listed-change.ts';

/** The people of one cell of the cohorts' table. */
export interface CohortCell {
  /** The month in which their first membership began to count. */
  readonly joined: MonthKey;
  /** With a membership that counts at the end of that month; null: all who joined. */
  readonly at: MonthKey | null;
}

interface Input {
  readonly cell: CohortCell;
  readonly timeZone: string;
}

export interface CohortMember {
  /** Null: a membership that is nobody's. */
  readonly person: ListedPerson | null;
  readonly since: Date;
}

/** One page of a cohort, by the time of joining. Two queries. */
export async function listCohort(
  ctx: Ctx,
  input: Input & { readonly after: Cursor | null; readonly limit: number },
): Promise<{ members: CohortMember[]; next: string | null }> {
  const { after, limit } = input;
  const { rows } = await ctx.db.execute<{
    id: string;
    supporter_id: string | null;
    at: string;
  }>(sql`
    select c.id, m.supporter_id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from membership_changes c join memberships m on m.id = c.membership_id
    where ${conditionOf(input)}
      and ${after ? sql`(c.at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by c.at, c.id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const people = await readSupporters(
    ctx,
    shown.flatMap(({ supporter_id: id }) => id ?? []),
  );
  return {
    members: shown.map((row) => ({
      person: people.get(row.supporter_id ?? '') ?? null,
      since: new Date(row.at),
    })),
    next: last ? formatCursor({ at: last.at, id: last.id }) : null,
  };
}

/** How many there are: the table's own figure. One query over the rollup. */
export async function countCohort(ctx: Ctx, { joined, at }: CohortCell): Promise<number> {
  const t = rollupRecurringCohorts;
  const [row] = await ctx.db
    .select({ count: wholeNumber(sql`sum(${at ? t.people : t.joinedPeople})`) })
    .from(t)
    .where(
      and(
        eq(t.joined, `${joined}-01`),
        eq(t.currency, ''),
        at ? lte(t.month, `${at}-01`) : undefined,
      ),
    );
  return row?.count ?? 0;
}

/** The change with which somebody's first membership began to count, as the rollups have it: one a person. */
function conditionOf({ cell, timeZone }: Input): SQL {
  const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
  const span = spanOfMonth(cell.joined, timeZone);
  const moves = (alias: SQL) => sql`${alias}.kind in ('started', 'amount_changed', 'ended')
    and ${alias}.from_monthly_minor <> ${alias}.to_monthly_minor`;
  const ofPerson = sql`from memberships f join membership_changes e on e.membership_id = f.id
    where (f.supporter_id = m.supporter_id or f.id = m.id) and ${moves(sql`e`)}`;
  const conditions = [
    moves(sql`c`),
    sql`c.to_monthly_minor > 0 and c.at >= ${instant(span.from)} and c.at < ${instant(span.until)}`,
    sql`not exists (select 1 ${ofPerson} and e.to_monthly_minor > 0
      and (e.at < c.at or (e.at = c.at and e.id < c.id)))`,
    cell.at
      ? sql`0 < (select sum((e.from_monthly_minor = 0)::int - (e.to_monthly_minor = 0)::int)
          ${ofPerson} and e.at < ${instant(spanOfMonth(cell.at, timeZone).until)})`
      : sql`true`,
  ];
  return sql.join(conditions, sql` and `);
}
