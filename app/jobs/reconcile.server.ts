import { compareBalance } from '../domain/reconciliation/compare-balance.server.ts';
import { compareDisputes } from '../domain/reconciliation/compare-disputes.server.ts';
import { compareMemberships } from '../domain/reconciliation/compare-memberships.server.ts';
import { compareOrders } from '../domain/reconciliation/compare-orders.server.ts';
import { comparePayouts } from '../domain/reconciliation/compare-payouts.server.ts';
import type { Comparison, Scope } from '../domain/reconciliation/difference.ts';
import { recordComparison } from '../domain/reconciliation/record-comparison.server.ts';
import { beatRun, beginRun, countComparison, endRun } from '../domain/reconciliation/run.server.ts';
import type { Ctx } from '../domain/ports/context.ts';
import { addDays } from '../kernel/dates.ts';
import { describeFailure } from '../platform/failure.ts';
import { catchUpEvents, resumeStranded } from '../webhooks/catch-up.server.ts';

/** Long enough for a payout, its failure and a dispute's first days to lie inside. */
const nightlyDays = 35;
/** A long comparison tells that it lives no more often than this. */
const beatEveryMs = 20_000;

export type ReconcilePart =
  'events' | 'orders' | 'memberships' | 'balance' | 'disputes' | 'payouts';

export interface PartReport {
  readonly part: ReconcilePart;
  readonly comparison: Comparison;
}

/**
 * Holds ours against Stripe's and repairs what can be repaired. `hourly`: events that never
 * arrived, and open orders. `nightly`: memberships, and what moved in the last weeks, too.
 * `whole`: everything there ever was. Null: another run is under way.
 * @throws when Stripe or the database fails; what was repaired until then stays
 */
export async function reconcile(ctx: Ctx, scope: Scope): Promise<PartReport[] | null> {
  const runId = await beginRun(ctx, scope);
  if (!runId) return null;
  let beatenAt = Date.now();
  const beat = async () => {
    if (Date.now() - beatenAt < beatEveryMs) return;
    beatenAt = Date.now();
    await beatRun(ctx, runId);
  };
  const reports: PartReport[] = [];
  try {
    for (const [part, compare] of partsOf(ctx, scope, beat)) {
      const comparison = await compare();
      await recordComparison(ctx, comparison);
      await countComparison(ctx, runId, comparison);
      reports.push({ part, comparison });
    }
    await resumeStranded(ctx);
  } catch (error) {
    await endRun(ctx, runId, describeFailure(error).message);
    throw error;
  }
  await endRun(ctx, runId, null);
  return reports;
}

type Part = [part: ReconcilePart, compare: () => Promise<Comparison>];

function partsOf(ctx: Ctx, scope: Scope, beat: () => Promise<void>): Part[] {
  const since = scope === 'whole' ? null : addDays(ctx.clock.now(), -nightlyDays);
  const hourly: Part[] = [
    ['events', () => catchUpEvents(ctx, beat)],
    ['orders', () => compareOrders(ctx, beat)],
  ];
  if (scope === 'hourly') return hourly;
  return [
    ...hourly,
    ['memberships', () => compareMemberships(ctx, beat)],
    ['balance', () => compareBalance(ctx, since, beat)],
    ['disputes', () => compareDisputes(ctx, since, beat)],
    // After the balance, so that what a payout is made of has been booked.
    ['payouts', () => comparePayouts(ctx, since, beat)],
  ];
}
