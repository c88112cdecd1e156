import { and, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { membershipChanges, memberships } from '../../db/schema/memberships.ts';
import { revenueStatuses } from '../memberships/membership.ts';
import type { Ctx } from '../ports/context.ts';
import { type RecurringChange, sumMovements } from './recurring-revenue.ts';
import type { ReportPeriod } from './report-month.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { Count, RecurringRevenue } from './supporter-report.ts';

const { at, currency, fromMonthlyMinor, toMonthlyMinor } = membershipChanges;

/** The kinds that carry a movement; the others tell what happened meanwhile. */
const movesRevenue = inArray(membershipChanges.kind, ['started', 'amount_changed', 'ended']);

/** +1 where a membership begins to count, -1 where it stops: their sum is how many count. */
const joined = sql`(case when ${fromMonthlyMinor} = 0 and ${toMonthlyMinor} > 0 then 1 when ${fromMonthlyMinor} > 0 and ${toMonthlyMinor} = 0 then -1 else 0 end)`;

export interface Recurring {
  readonly revenue: RecurringRevenue[];
  readonly patrons: Count;
  readonly begun: Count;
  readonly ended: Count;
}

/** Recurring revenue and its movements, told from `membership_changes` alone. Two queries. */
export async function readRecurring(ctx: Ctx, period: ReportPeriod): Promise<Recurring> {
  const [levels, changes] = await Promise.all([readLevels(ctx, period), readChanges(ctx, period)]);
  const total = (key: 'membershipsNow' | 'membershipsBefore') =>
    levels.reduce((sum, level) => sum + level[key], 0);
  const count = (isBefore: boolean, matches: (change: RecurringChange) => boolean) =>
    changes
      .filter((change) => change.isBefore === isBefore && matches(change))
      .reduce((sum, change) => sum + change.count, 0);
  const begins = (change: RecurringChange) => change.fromMonthlyMinor === 0;
  const ends = (change: RecurringChange) => change.toMonthlyMinor === 0;
  return {
    revenue: levels
      .map((level) => ({
        currency: level.currency,
        start: level.start,
        end: level.end,
        before: level.before,
        memberships: level.membershipsNow,
        movements: sumMovements(
          changes.filter((change) => !change.isBefore && change.currency === level.currency),
        ),
      }))
      .filter((level) => level.start !== 0 || level.end !== 0 || level.before !== 0)
      .sort((a, b) => b.memberships - a.memberships || a.currency.localeCompare(b.currency)),
    patrons: { now: total('membershipsNow'), before: total('membershipsBefore') },
    begun: { now: count(false, begins), before: count(true, begins) },
    ended: { now: count(false, ends), before: count(true, ends) },
  };
}

function readLevels(ctx: Ctx, period: ReportPeriod) {
  const step = sql`(${toMonthlyMinor} - ${fromMonthlyMinor})`;
  const atPeriodStart = lt(at, period.from);
  const atBeforeEnd = lt(at, period.before.until);
  return ctx.db
    .select({
      currency: sql<CurrencyCode>`${currency}`,
      start: wholeNumber(sql`sum(${step}) filter (where ${atPeriodStart})`),
      end: wholeNumber(sql`sum(${step})`),
      before: wholeNumber(sql`sum(${step}) filter (where ${atBeforeEnd})`),
      membershipsNow: wholeNumber(sql`sum(${joined})`),
      membershipsBefore: wholeNumber(sql`sum(${joined}) filter (where ${atBeforeEnd})`),
    })
    .from(membershipChanges)
    .where(and(lt(at, period.until), movesRevenue))
    .groupBy(currency);
}

type Change = RecurringChange & { isBefore: boolean; currency: CurrencyCode };

/**
 * The changes that moved revenue in both stretches, alike ones together. "Returned" = the same
 * person's membership counted at any time before.
 */
function readChanges(ctx: Ctx, period: ReportPeriod): Promise<Change[]> {
  const { before } = period;
  const isReturn = sql<boolean>`(${fromMonthlyMinor} = 0 and exists (
    select 1 from ${memberships} earlier_membership
    join ${membershipChanges} earlier on earlier.membership_id = earlier_membership.id
    where (earlier_membership.id = ${memberships.id} or earlier_membership.supporter_id = ${memberships.supporterId})
      and earlier.kind in ('started', 'amount_changed') and earlier.to_monthly_minor > 0 and earlier.at < ${at}))`;
  return ctx.db
    .select({
      isBefore: sql<boolean>`${lt(at, period.from)}`,
      currency: sql<CurrencyCode>`${currency}`,
      fromMonthlyMinor,
      toMonthlyMinor,
      isReturn,
      count: wholeNumber(sql`count(*)`),
    })
    .from(membershipChanges)
    .innerJoin(memberships, eq(memberships.id, membershipChanges.membershipId))
    .where(
      and(
        gte(at, before.from),
        lt(at, period.until),
        movesRevenue,
        ne(fromMonthlyMinor, toMonthlyMinor),
        sql`(${lt(at, before.until)} or ${gte(at, period.from)})`,
      ),
    )
    .groupBy(sql`1, 2, 3, 4, 5`);
}

/**
 * Recurring revenue of today by the memberships themselves. It must equal the sum of all changes;
 * where it does not, a change was missed.
 */
export async function readRecurringDrift(
  ctx: Ctx,
): Promise<{ currency: CurrencyCode; byChanges: number; byMemberships: number }[]> {
  const { amountMinor, discountPercent, discountMinor, discountUntil } = memberships;
  // As `recurringAmount` counts it.
  const off = sql`(case
    when ${memberships.discountDuration} is null or ${memberships.discountDuration} = 'once' then 0
    when ${discountUntil} <= ${memberships.currentPeriodStart} then 0
    else least(${amountMinor}, coalesce(${discountMinor}, 0)
      + (${amountMinor} * coalesce(${discountPercent}, 0) * 2 + 100) / 200) end)`;
  const charged = sql`(${amountMinor} - ${off})`;
  const monthly = sql`(case ${memberships.interval} when 'month' then ${charged} else (${charged} + 6) / 12 end)`;
  const [changes, standing] = await Promise.all([
    ctx.db
      .select({
        currency: sql<CurrencyCode>`${currency}`,
        sum: wholeNumber(sql`sum(${toMonthlyMinor} - ${fromMonthlyMinor})`),
      })
      .from(membershipChanges)
      .where(movesRevenue)
      .groupBy(currency),
    ctx.db
      .select({
        currency: sql<CurrencyCode>`${memberships.currency}`,
        sum: wholeNumber(sql`sum(${monthly})`),
      })
      .from(memberships)
      .where(inArray(memberships.status, [...revenueStatuses]))
      .groupBy(memberships.currency),
  ]);
  const currencies = new Set([...changes, ...standing].map((row) => row.currency));
  const sumIn = (rows: typeof changes, code: CurrencyCode) =>
    rows.find((row) => row.currency === code)?.sum ?? 0;
  return [...currencies].sort().map((code) => ({
    currency: code,
    byChanges: sumIn(changes, code),
    byMemberships: sumIn(standing, code),
  }));
}
