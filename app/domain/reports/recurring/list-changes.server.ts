import { type SQL, and, asc, gte, inArray, lte, sql } from 'drizzle-orm';
import { rollupRecurringMoves } from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import { readSupporters } from '../../supporters/read-supporters.server.ts';
import { type Cursor, formatCursor } from '../cursor.ts';
import { type MovementKind, movementKinds } from '../recurring-revenue.ts';
import { spanOf } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import type { ChangeFilter, ChangeKind } from './change-filter.ts';
import type { ChangePage, ChangeSums, ListedChange } from './listed-change.ts';

/** Beyond this a list only says "more than". */
const countedUpTo = 10_000;

interface Input {
  readonly filter: ChangeFilter;
  readonly timeZone: string;
}

interface Row extends Record<string, unknown> {
  id: string;
  at: string;
  did: ListedChange['did'];
  supporter_id: string | null;
  tier_name: ListedChange['tierName'];
  interval: Interval;
  was: string;
  became: string;
  currency: CurrencyCode;
}

/** One page of changes, the newest first. Two queries; also the batches of the CSV. */
export async function listChanges(
  ctx: Ctx,
  input: Input & { readonly after: Cursor | null; readonly limit: number },
): Promise<ChangePage> {
  const { after, limit } = input;
  const isAfter = after
    ? sql`(c.at <= ${after.at}::timestamptz and (c.at < ${after.at}::timestamptz or c.id > ${after.id}::uuid))`
    : sql`true`;
  const { rows } = await ctx.db.execute<Row>(sql`
    select c.id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      ${did} as did, m.supporter_id, t.name as tier_name, m.interval,
      c.from_monthly_minor as was, c.to_monthly_minor as became, c.currency
    from membership_changes c join memberships m on m.id = c.membership_id
      join tiers t on t.id = m.tier_id
    where ${conditionOf(input)} and ${isAfter}
    order by c.at desc, c.id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const people = await readSupporters(
    ctx,
    shown.flatMap(({ supporter_id: id }) => id ?? []),
  );
  return {
    changes: shown.map((row) => ({
      id: row.id,
      at: new Date(row.at),
      did: row.did,
      person: people.get(row.supporter_id ?? '') ?? null,
      tierName: row.tier_name,
      interval: row.interval,
      from: money(Number(row.was), row.currency),
      to: money(Number(row.became), row.currency),
    })),
    next: last ? formatCursor({ at: last.at, id: last.id }) : null,
  };
}

/** How many changes a filter finds, and what they come to by currency. One query: over a rollup, or one that stops at a bound. */
export async function sumChanges(ctx: Ctx, input: Input): Promise<ChangeSums> {
  const movements = movementsOf(input.filter);
  if (movements) return sumMoves(ctx, input.filter, movements);
  const { rows } = await ctx.db.execute<{ currency: CurrencyCode; count: string; sum: string }>(sql`
    select currency, count(*) as count, sum(amount) as sum from (
      select c.currency, ${amountOf(input.filter.of)} as amount
      from membership_changes c join memberships m on m.id = c.membership_id
      where ${conditionOf(input)} limit ${countedUpTo + 1}) as found
    group by currency order by count(*) desc, currency`);
  const count = rows.reduce((total, row) => total + Number(row.count), 0);
  const isMore = count > countedUpTo;
  return {
    count: isMore ? countedUpTo : count,
    isMore,
    sums: isMore ? [] : rows.map(({ currency, sum }) => ({ currency, amountMinor: Number(sum) })),
  };
}

/** The movements that a filter asks for, when the rollup of movements knows all that it names. */
function movementsOf(filter: ChangeFilter): readonly MovementKind[] | null {
  const { of, tier, interval, because } = filter;
  if (tier !== null || interval !== null || because !== null) return null;
  if (of === null) return movementKinds;
  if (of === 'begun') return ['new', 'reactivation'];
  if (of === 'less') return ['contraction', 'churn'];
  const movement = movementKinds.find((kind) => kind === of);
  return movement ? [movement] : null;
}

async function sumMoves(
  ctx: Ctx,
  { from, to, currency }: ChangeFilter,
  movements: readonly MovementKind[],
): Promise<ChangeSums> {
  const t = rollupRecurringMoves;
  const rows = await ctx.db
    .select({
      currency: sql<CurrencyCode>`${t.currency}`,
      count: wholeNumber(sql`sum(${t.count})`),
      amountMinor: wholeNumber(sql`sum(${t.amountMinor})`),
    })
    .from(t)
    .where(
      and(
        inArray(t.movement, [...movements]),
        from ? gte(t.day, from) : undefined,
        to ? lte(t.day, to) : undefined,
        currency ? sql`${t.currency} = ${currency}` : undefined,
      ),
    )
    .groupBy(t.currency)
    .having(sql`sum(${t.count}) <> 0`)
    .orderBy(sql`sum(${t.count}) desc`, asc(t.currency));
  return {
    count: rows.reduce((total, row) => total + row.count, 0),
    isMore: false,
    sums: rows.map((row) => ({ currency: row.currency, amountMinor: row.amountMinor })),
  };
}

const moves = sql`c.kind in ('started', 'amount_changed', 'ended')
  and c.from_monthly_minor <> c.to_monthly_minor`;
/** Did a membership of the same person count before? As the rollups of recurring revenue have it. */
const returned = sql`exists (select 1 from memberships f join membership_changes e
    on e.membership_id = f.id
  where (f.supporter_id = m.supporter_id or f.id = m.id)
    and e.kind in ('started', 'amount_changed', 'ended')
    and e.from_monthly_minor <> e.to_monthly_minor and e.to_monthly_minor > 0 and e.at < c.at)`;
/** How many memberships of the same person count after the change. */
const standing = sql`(select sum((e.from_monthly_minor = 0)::int - (e.to_monthly_minor = 0)::int)
  from memberships f join membership_changes e on e.membership_id = f.id
  where (f.supporter_id = m.supporter_id or f.id = m.id)
    and e.kind in ('started', 'amount_changed', 'ended')
    and e.from_monthly_minor <> e.to_monthly_minor
    and (e.at < c.at or (e.at = c.at and e.id <= c.id)))`;
const did = sql`case when c.kind = 'payment_failed' then 'failed' when c.kind = 'recovered' then 'recovered'
  when c.from_monthly_minor = 0 then case when ${returned} then 'reactivation' else 'new' end
  when c.to_monthly_minor = 0 then 'churn'
  when c.to_monthly_minor > c.from_monthly_minor then 'expansion' else 'contraction' end`;
const ending = sql`case when c.kind = 'ended' then coalesce(m.ended_because, '') else 'stopped' end`;
const answer = sql`case when c.kind = 'ended'
  then coalesce(split_part(m.cancel_reason, ':', 1), '') else '' end`;

function kindCondition(of: ChangeKind | null): SQL {
  switch (of) {
    case null:
      return moves;
    case 'begun':
      return sql`${moves} and c.from_monthly_minor = 0`;
    case 'new':
      return sql`${moves} and c.from_monthly_minor = 0 and not ${returned}`;
    case 'reactivation':
      return sql`${moves} and c.from_monthly_minor = 0 and ${returned}`;
    case 'expansion':
      return sql`${moves} and c.from_monthly_minor > 0 and c.to_monthly_minor > c.from_monthly_minor`;
    case 'contraction':
      return sql`${moves} and c.to_monthly_minor > 0 and c.to_monthly_minor < c.from_monthly_minor`;
    case 'churn':
      return sql`${moves} and c.to_monthly_minor = 0`;
    case 'less':
      return sql`${moves} and c.to_monthly_minor < c.from_monthly_minor`;
    case 'left':
      return sql`${moves} and c.to_monthly_minor = 0 and 0 = ${standing}`;
    case 'failed':
      return sql`c.kind = 'payment_failed'`;
    case 'recovered':
      return sql`c.kind = 'recovered'`;
    case 'lost':
      return sql`${moves} and c.to_monthly_minor = 0 and ${ending} = 'payment_failed'`;
  }
}

/** What a change counts for in the figure that leads to it. */
function amountOf(of: ChangeKind | null): SQL {
  if (of === 'failed' || of === 'recovered') return sql`c.to_monthly_minor`;
  if (of === 'lost') return sql`c.from_monthly_minor`;
  return sql`c.to_monthly_minor - c.from_monthly_minor`;
}

function conditionOf({ filter, timeZone }: Input): SQL {
  const { of, from, to, currency, tier, interval, because } = filter;
  const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
  const conditions = [
    kindCondition(of),
    from ? sql`c.at >= ${instant(spanOf({ from, to: from }, timeZone).from)}` : null,
    to ? sql`c.at < ${instant(spanOf({ from: to, to }, timeZone).until)}` : null,
    currency ? sql`c.currency = ${currency}` : null,
    tier ? sql`m.tier_id = (select id from tiers where slug = ${tier})` : null,
    interval ? sql`m.interval = ${interval}` : null,
    because === null
      ? null
      : sql`c.to_monthly_minor = 0 and ${ending} = ${because} and ${answer} = ${filter.answer}`,
  ].filter((condition) => condition !== null);
  return sql.join(conditions, sql` and `);
}
