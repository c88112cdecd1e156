import { type SQL, sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { parseDay } from '../../../kernel/dates.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { type Money, money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import { readSupporters } from '../../supporters/read-supporters.server.ts';
import { type Day, spanOf } from '../report-range.ts';
import { type ChangeFilter, parseChangeFilter } from './change-filter.ts';
import type { ChangeSums, ListedPerson } from './listed-change.ts';

/** Which of the memberships that counted when a day was over. */
export interface StandingFilter extends Pick<ChangeFilter, 'currency' | 'tier' | 'interval'> {
  readonly at: Day;
}

/** Null without a day that can be read. */
export function parseStandingFilter(query: URLSearchParams): StandingFilter | null {
  const at = parseDay(query.get('at') ?? '');
  const { currency, tier, interval } = parseChangeFilter(query);
  return at ? { at, currency, tier, interval } : null;
}

export interface StandingMembership {
  readonly id: string;
  readonly person: ListedPerson | null;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly interval: Interval;
  /** What it was worth a month. */
  readonly worth: Money;
  readonly since: Date;
}

interface Row extends Record<string, unknown> {
  id: string;
  supporter_id: string | null;
  tier_name: StandingMembership['tierName'];
  interval: Interval;
  worth: string;
  currency: CurrencyCode;
  since: string;
}

/** One page of memberships by the order in which they were begun. Two queries. */
export async function listStanding(
  ctx: Ctx,
  input: {
    readonly filter: StandingFilter;
    readonly timeZone: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<{ memberships: StandingMembership[]; next: string | null }> {
  const { filter, timeZone, after, limit } = input;
  const { until } = spanOf({ from: filter.at, to: filter.at }, timeZone);
  const { rows } = await ctx.db.execute<Row>(sql`
    select m.id, m.supporter_id, t.name as tier_name, m.interval, l.worth, l.currency, m.created_at as since
    from memberships m join tiers t on t.id = m.tier_id
    join lateral (
      select c.to_monthly_minor as worth, c.currency from membership_changes c
      where c.membership_id = m.id and c.kind in ('started', 'amount_changed', 'ended')
        and c.from_monthly_minor <> c.to_monthly_minor
        and c.at < ${until.toISOString()}::timestamptz
      order by c.at desc, c.id desc limit 1) l on l.worth > 0
    where ${conditionOf(filter)} and ${after ? sql`m.id > ${after}::uuid` : sql`true`}
    order by m.id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const people = await readSupporters(
    ctx,
    shown.flatMap(({ supporter_id: id }) => id ?? []),
  );
  return {
    memberships: shown.map((row) => ({
      id: row.id,
      person: people.get(row.supporter_id ?? '') ?? null,
      tierName: row.tier_name,
      interval: row.interval,
      worth: money(Number(row.worth), row.currency),
      since: new Date(row.since),
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many there are and what they are worth a month: the figure that leads to them. One query over a rollup. */
export async function sumStanding(ctx: Ctx, filter: StandingFilter): Promise<ChangeSums> {
  const { rows } = await ctx.db.execute<{ currency: CurrencyCode; count: string; sum: string }>(sql`
    select m.currency, sum(m.begun - m.ended) as count, sum(m.amount_minor) as sum
    from rollup_recurring_tiers m where m.day <= ${filter.at}::date and ${conditionOf(filter)}
    group by m.currency having sum(m.begun - m.ended) <> 0
    order by 2 desc, 1`);
  return {
    count: rows.reduce((total, row) => total + Number(row.count), 0),
    isMore: false,
    sums: rows.map(({ currency, sum }) => ({ currency, amountMinor: Number(sum) })),
  };
}

/** Of a row `m` of memberships, or of their rollup by tier. */
function conditionOf({ currency, tier, interval }: StandingFilter): SQL {
  const conditions = [
    currency ? sql`m.currency = ${currency}` : null,
    tier ? sql`m.tier_id = (select id from tiers where slug = ${tier})` : null,
    interval ? sql`m.interval = ${interval}` : null,
    sql`true`,
  ].filter((condition) => condition !== null);
  return sql.join(conditions, sql` and `);
}
