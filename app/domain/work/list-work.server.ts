import { type SQL, sql } from 'drizzle-orm';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { monthNumberOf } from '../reports/supporter-condition.server.ts';
import { readSupporters } from '../supporters/read-supporters.server.ts';
import {
  type WorkFilter,
  type WorkItem,
  type WorkKind,
  type WorkState,
  nobody,
  workKinds,
} from './work.ts';
import { workSources } from './work-sources.server.ts';

export interface WorkPage {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
  /** How many there are of each kind, by the filter's owner and state. */
  readonly counts: Readonly<Record<WorkKind, number>>;
}

interface Row extends Record<string, unknown> {
  kind: WorkKind;
  subject_id: string;
  since: string;
  due_at: string;
  amount_minor: string | null;
  currency: string | null;
  supporter_id: string | null;
  detail: string | null;
  next_at: string | null;
  owner_id: string | null;
  state: WorkState;
  note: string | null;
  place: string;
}

/**
 * What waits for the staff, the most urgent first: by the day it is due, then by its sum. Three
 * queries, however much waits.
 */
export async function listWork(
  ctx: Ctx,
  input: {
    readonly filter: WorkFilter;
    readonly timeZone: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<WorkPage> {
  const { filter, after, limit } = input;
  const all = withOwners(ctx, input.timeZone);
  const { rows } = await ctx.db.execute<Row>(sql`
    with items as (${all}),
    placed as (
      select *, to_char(due_at at time zone 'UTC', 'YYYYMMDD')
        || lpad((999999999999 - least(coalesce(amount_minor, 0), 999999999999))::text, 12, '0')
        || kind || ':' || subject_id as place
      from items where ${conditionOf(filter)})
    select * from placed
    where ${after === null ? sql`true` : sql`place collate "C" > ${after}`}
    order by place collate "C" limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const [counts, people] = await Promise.all([
    countWork(ctx, { filter, timeZone: input.timeZone }),
    readSupporters(
      ctx,
      shown.flatMap((row) => [row.supporter_id, row.owner_id]).filter((id) => id !== null),
    ),
  ]);
  const named = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    items: shown.map((row) => ({
      kind: row.kind,
      subjectId: row.subject_id,
      since: new Date(row.since),
      dueAt: new Date(row.due_at),
      amount: amountOf(row),
      person: named(row.supporter_id),
      detail: row.detail,
      nextAt: row.next_at === null ? null : new Date(row.next_at),
      owner: named(row.owner_id),
      state: row.state,
      note: row.note,
    })),
    next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null,
    counts,
  };
}

/** How much waits of each kind. One query. */
export async function countWork(
  ctx: Ctx,
  input: { readonly filter: Pick<WorkFilter, 'owner' | 'state'>; readonly timeZone: string },
): Promise<Record<WorkKind, number>> {
  const { rows } = await ctx.db.execute<{ kind: WorkKind; count: string }>(sql`
    with items as (${withOwners(ctx, input.timeZone)})
    select kind, count(*) as count from items
    where ${conditionOf({ ...input.filter, kind: null })} group by kind`);
  const found = new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  return Object.fromEntries(workKinds.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
    WorkKind,
    number
  >;
}

/** Whom something that still waits is about; null: it waits no longer. */
export async function findWaiting(
  ctx: Ctx,
  input: { readonly kind: WorkKind; readonly subjectId: string; readonly timeZone: string },
): Promise<{ supporterId: string | null } | null> {
  const { rows } = await ctx.db.execute<{ supporter_id: string | null }>(sql`
    select supporter_id from (${sources(ctx, input.timeZone)}) as source
    where kind = ${input.kind} and subject_id = ${input.subjectId} limit 1`);
  return rows[0] ? { supporterId: rows[0].supporter_id } : null;
}

function sources(ctx: Ctx, timeZone: string): SQL {
  const now = ctx.clock.now();
  return workSources({ now, cardMonth: monthNumberOf(now, timeZone) });
}

/** What somebody noted before the thing began anew (a second failed payment, say) is about another one. */
export function withOwners(ctx: Ctx, timeZone: string): SQL {
  return sql`
    select source.*, w.owner_id, coalesce(w.state, 'open') as state, w.note
    from (${sources(ctx, timeZone)}) as source
    left join work_items w on w.kind = source.kind and w.subject_id = source.subject_id
      and w.updated_at >= source.since`;
}

function conditionOf({ kind, owner, state }: WorkFilter): SQL {
  const conditions = [
    state === null ? sql`state <> 'done'` : sql`state = ${state}`,
    kind === null ? null : sql`kind = ${kind}`,
    owner === null
      ? null
      : owner === nobody
        ? sql`owner_id is null`
        : sql`owner_id = ${owner}::uuid`,
  ].filter((condition) => condition !== null);
  return sql.join(conditions, sql` and `);
}

function amountOf({ amount_minor: minor, currency }: Row): Money | null {
  return minor === null || currency === null ? null : money(Number(minor), currency);
}
