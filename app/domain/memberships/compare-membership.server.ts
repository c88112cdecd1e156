import { inArray, isNotNull } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';

type Compared = Pick<
  typeof memberships.$inferSelect,
  | 'id'
  | 'stripeSubscriptionId'
  | 'status'
  | 'amountMinor'
  | 'currency'
  | 'interval'
  | 'tierId'
  | 'currentPeriodEnd'
  | 'pausedUntil'
  | 'stripeScheduleId'
  | 'cancelAt'
  | 'endedAt'
>;

/** What is held against Stripe of memberships, by their id. */
export async function readCompared(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, Compared>> {
  if (ids.length === 0) return new Map();
  const rows: Compared[] = await ctx.db
    .select({
      id: memberships.id,
      stripeSubscriptionId: memberships.stripeSubscriptionId,
      status: memberships.status,
      amountMinor: memberships.amountMinor,
      currency: memberships.currency,
      interval: memberships.interval,
      tierId: memberships.tierId,
      currentPeriodEnd: memberships.currentPeriodEnd,
      pausedUntil: memberships.pausedUntil,
      stripeScheduleId: memberships.stripeScheduleId,
      cancelAt: memberships.cancelAt,
      endedAt: memberships.endedAt,
    })
    .from(memberships)
    .where(inArray(memberships.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The subscription of every membership that has one. */
export async function listSubscriptionIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: memberships.stripeSubscriptionId })
    .from(memberships)
    .where(isNotNull(memberships.stripeSubscriptionId));
  return rows.flatMap((row) => (row.id ? [row.id] : []));
}

export interface FieldDifference {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Where a membership says something else than its subscription. */
export function differencesOf(row: Compared, facts: SubscriptionFacts): FieldDifference[] {
  const pairs: [field: string, ours: string | number | null, theirs: string | number][] = [
    ['subscription', row.stripeSubscriptionId, facts.subscriptionId],
    ['status', row.status, facts.status],
    ['amount', row.amountMinor, facts.amount.amountMinor],
    ['currency', row.currency, facts.amount.currency],
    ['interval', row.interval, facts.interval],
    // What Stripe was never told of a tier, it can't contradict.
    ['tier', row.tierId, facts.tierId ?? row.tierId],
    ['schedule', row.stripeScheduleId ?? '', facts.scheduleId ?? ''],
    ['paused_until', timeOf(row.pausedUntil), timeOf(facts.pausedUntil)],
    ['cancel_at', timeOf(row.cancelAt), timeOf(facts.cancelAt)],
    ['ended_at', timeOf(row.endedAt), timeOf(facts.endedAt)],
    // Of one that has ended Stripe no longer moves the period.
    ...(facts.endedAt
      ? []
      : [
          ['period_end', timeOf(row.currentPeriodEnd), timeOf(facts.currentPeriodEnd)] satisfies [
            string,
            string,
            string,
          ],
        ]),
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([field, ours, theirs]) => ({ field, ours: String(ours ?? ''), theirs: String(theirs) }));
}

function timeOf(moment: Date | null): string {
  return moment?.toISOString() ?? '';
}
