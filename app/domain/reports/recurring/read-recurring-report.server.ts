import { lte, sql } from 'drizzle-orm';
import { tiers } from '../../../db/schema/memberships.ts';
import { rollupRecurringTiers } from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import type { DaySpan, ReportRange } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { readFailures } from './read-failures.server.ts';
import { type Moves, readMoves } from './read-moves.server.ts';
import {
  type CurrencyRevenue,
  type RecurringReport,
  type TierStanding,
  movementsOf,
  revenueOf,
  revenueSteps,
  standingOf,
} from './recurring-report.ts';

/** Recurring revenue over some days of the newsroom. A fixed number of queries over rollups. */
export async function readRecurringReport(ctx: Ctx, range: ReportRange): Promise<RecurringReport> {
  const { before } = range;
  const [moves, movesBefore, standings, failures] = await Promise.all([
    readMoves(ctx, range, range.unit),
    before ? readMoves(ctx, before, 'month') : null,
    readTierStandings(ctx, range),
    readFailures(ctx, range, before),
  ]);
  const within = (rows: readonly Moves[] | null) =>
    (rows ?? []).filter((row) => row.start !== null);
  const count = (kinds: readonly string[]) => {
    const sum = (rows: readonly Moves[]) =>
      rows
        .filter(({ movement }) => kinds.includes(movement))
        .reduce((total, row) => total + row.count, 0);
    return { now: sum(within(moves)), before: sum(within(movesBefore)) };
  };
  return {
    range,
    currencies: currencyRevenues(moves, movesBefore, range),
    patrons: { now: standingOf(moves), before: standingOf(movesBefore ?? []) },
    begun: count(['new', 'reactivation']),
    ended: count(['churn']),
    tiers: standings,
    failures,
  };
}

/** Each currency in which there was anything, the one with the most memberships first. */
function currencyRevenues(
  moves: readonly Moves[],
  movesBefore: readonly Moves[] | null,
  range: ReportRange,
): CurrencyRevenue[] {
  const currencies = [...new Set(moves.map(({ currency }) => currency))];
  return currencies
    .map((currency): CurrencyRevenue => {
      const rows = moves.filter((row) => row.currency === currency);
      const rowsBefore = movesBefore?.filter((row) => row.currency === currency) ?? null;
      return {
        currency,
        start: revenueOf(rows.filter(({ start }) => start === null)),
        end: revenueOf(rows),
        memberships: standingOf(rows),
        movements: movementsOf(rows.filter(({ start }) => start !== null)),
        before: rowsBefore ? revenueOf(rowsBefore) : null,
        movementsBefore: rowsBefore
          ? movementsOf(rowsBefore.filter(({ start }) => start !== null))
          : null,
        steps: revenueSteps(rows, range, range.unit),
      };
    })
    .sort((a, b) => b.memberships - a.memberships || a.currency.localeCompare(b.currency));
}

async function readTierStandings(ctx: Ctx, { from, to }: DaySpan): Promise<TierStanding[]> {
  const { day, tierId, interval, currency, begun, ended, amountMinor } = rollupRecurringTiers;
  const [rows, named] = await Promise.all([
    ctx.db
      .select({
        tierId,
        interval,
        currency: sql<CurrencyCode>`${currency}`,
        standing: wholeNumber(sql`sum(${begun} - ${ended})`),
        begun: wholeNumber(sql`sum(${begun}) filter (where ${day} >= ${from}::date)`),
        ended: wholeNumber(sql`sum(${ended}) filter (where ${day} >= ${from}::date)`),
        amountMinor: wholeNumber(sql`sum(${amountMinor})`),
      })
      .from(rollupRecurringTiers)
      .where(lte(day, to))
      .groupBy(tierId, interval, currency),
    ctx.db
      .select({ id: tiers.id, slug: tiers.slug, name: tiers.name, rank: tiers.rank })
      .from(tiers),
  ]);
  const rankOf = (slug: string) => named.find((tier) => tier.slug === slug)?.rank ?? 0;
  return rows
    .flatMap(({ tierId: id, ...row }) => {
      const tier = named.find((one) => one.id === id);
      if (!tier || (row.standing === 0 && row.begun === 0 && row.ended === 0)) return [];
      return [{ ...row, tierName: tier.name, tierSlug: tier.slug }];
    })
    .sort(
      (a, b) =>
        rankOf(b.tierSlug) - rankOf(a.tierSlug) ||
        a.interval.localeCompare(b.interval) ||
        b.standing - a.standing ||
        a.currency.localeCompare(b.currency),
    );
}
