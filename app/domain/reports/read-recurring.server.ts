import { inArray, sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { dayIn } from '../../kernel/dates.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { rollupRecurringMoveMonths } from '../../db/schema/rollups-recurring.ts';
import { rollupState } from '../../db/schema/rollups.ts';
import { revenueStatuses } from '../memberships/membership.ts';
import type { Ctx } from '../ports/context.ts';
import { type Moves, readMoves } from './recurring/read-moves.server.ts';
import { movementsOf, revenueOf, standingOf } from './recurring/recurring-report.ts';
import type { Span } from './report-month.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { Count } from './count.ts';
import type { RecurringRevenue } from './supporter-report.ts';

export interface Recurring {
  readonly revenue: RecurringRevenue[];
  readonly patrons: Count;
  readonly begun: Count;
  readonly ended: Count;
}

/**
 * Recurring revenue and its movements over the days of the newsroom that a stretch touches. A
 * stretch of no length has no days: its levels are those when it begins.
 */
export async function readRecurring(
  ctx: Ctx,
  period: Span & { readonly before: Span },
): Promise<Recurring> {
  const [state] = await ctx.db.select({ timeZone: rollupState.timeZone }).from(rollupState);
  const days = ({ from, until }: Span) => ({
    from: dayIn(from, state?.timeZone ?? 'UTC'),
    to: dayIn(new Date(until.getTime() - 1), state?.timeZone ?? 'UTC'),
  });
  const [all, allBefore] = await Promise.all([
    readMoves(ctx, days(period), 'month'),
    readMoves(ctx, days(period.before), 'month'),
  ]);
  const within = (rows: readonly Moves[]) => rows.filter(({ start }) => start !== null);
  const count = (...kinds: Moves['movement'][]): Count => {
    const sum = (rows: readonly Moves[]) =>
      within(rows)
        .filter(({ movement }) => kinds.includes(movement))
        .reduce((total, row) => total + row.count, 0);
    return { now: sum(all), before: sum(allBefore) };
  };
  return {
    revenue: [...new Set(all.map((row) => row.currency))]
      .map((code) => {
        const rows = all.filter((row) => row.currency === code);
        return {
          currency: code,
          start: revenueOf(rows.filter(({ start }) => start === null)),
          end: revenueOf(rows),
          before: revenueOf(allBefore.filter((row) => row.currency === code)),
          memberships: standingOf(rows),
          movements: movementsOf(within(rows)),
        };
      })
      .filter((level) => level.start !== 0 || level.end !== 0 || level.before !== 0)
      .sort((a, b) => b.memberships - a.memberships || a.currency.localeCompare(b.currency)),
    patrons: { now: standingOf(all), before: standingOf(allBefore) },
    begun: count('new', 'reactivation'),
    ended: count('churn'),
  };
}

/**
 * Recurring revenue of today by the memberships themselves. It must equal the sum of all changes, as
 * their rollup has it, which is held against the changes every night; where it does not, a change was
 * missed.
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
        currency: sql<CurrencyCode>`${rollupRecurringMoveMonths.currency}`,
        sum: wholeNumber(sql`sum(${rollupRecurringMoveMonths.amountMinor})`),
      })
      .from(rollupRecurringMoveMonths)
      .groupBy(rollupRecurringMoveMonths.currency),
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
