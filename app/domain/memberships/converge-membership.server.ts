import { eq, sql } from 'drizzle-orm';
import { membershipChanges, memberships } from '../../db/schema/memberships.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';
import { type MembershipStatus, earnsRevenue, isLive, monthlyMinor } from './membership.ts';

export type Membership = typeof memberships.$inferSelect;
type ChangeKind = (typeof membershipChanges.$inferInsert)['kind'];

/** The lock under which a membership changes; it ends with the transaction. */
export async function lockMembership(
  ctx: Ctx,
  membershipId: string,
): Promise<Membership | undefined> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${membershipId}, 3))`);
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  return rows[0];
}

/**
 * Makes our row say what the subscription says, and notes what changed. The same facts twice
 * change nothing. Caller's duty: a transaction, the lock, and the row as it was under it.
 */
export async function convergeMembership(
  ctx: Ctx,
  before: Membership,
  facts: SubscriptionFacts,
): Promise<Membership> {
  const now = ctx.clock.now();
  const isFailing = facts.status === 'past_due' || facts.status === 'unpaid';
  const hasStarted = isLive(facts.status) || facts.status === 'canceled';
  const updated = await ctx.db
    .update(memberships)
    .set({
      status: facts.status,
      stripeSubscriptionId: facts.subscriptionId,
      stripeCustomerId: facts.customerId,
      amountMinor: facts.amount.amountMinor,
      currency: facts.amount.currency,
      interval: facts.interval,
      currentPeriodStart: facts.currentPeriodStart,
      currentPeriodEnd: facts.currentPeriodEnd,
      cancelAt: facts.cancelAt,
      cancelRequestedAt: facts.cancelAt ? (before.cancelRequestedAt ?? now) : null,
      pastDueSince: isFailing ? (before.pastDueSince ?? now) : null,
      startedAt: before.startedAt ?? (hasStarted ? facts.startedAt : null),
      endedAt: facts.endedAt,
      endedBecause: facts.endedAt ? (before.endedBecause ?? facts.endedBecause) : null,
      checkoutUrl: null,
    })
    .where(eq(memberships.id, before.id))
    .returning();
  const after = updated[0];
  if (!after) throw new Error(`Membership ${before.id} has gone`);
  await noteChanges(ctx, before, after, now);
  return after;
}

async function noteChanges(
  ctx: Ctx,
  before: Membership,
  after: Membership,
  now: Date,
): Promise<void> {
  const changes: { kind: ChangeKind; at: Date }[] = [];
  if (!before.startedAt && after.startedAt) changes.push({ kind: 'started', at: after.startedAt });
  else if (before.startedAt && monthlyOf(before) !== monthlyOf(after) && !after.endedAt) {
    changes.push({ kind: 'amount_changed', at: now });
  }
  if (!before.pastDueSince && after.pastDueSince) changes.push({ kind: 'payment_failed', at: now });
  if (before.pastDueSince && !after.pastDueSince && !after.endedAt)
    changes.push({ kind: 'recovered', at: now });
  if (!before.cancelAt && after.cancelAt) changes.push({ kind: 'cancel_scheduled', at: now });
  if (before.cancelAt && !after.cancelAt && !after.endedAt)
    changes.push({ kind: 'cancel_undone', at: now });
  if (!before.endedAt && after.endedAt && after.startedAt)
    changes.push({ kind: 'ended', at: after.endedAt });
  if (changes.length === 0) return;
  await ctx.db
    .insert(membershipChanges)
    .values(
      changes.map(({ kind, at }) => ({
        id: newId(),
        membershipId: after.id,
        at,
        kind,
        ...movementOf(kind, monthlyOf(before), monthlyOf(after)),
        currency: after.currency,
      })),
    )
    .onConflictDoNothing({
      target: [membershipChanges.membershipId, membershipChanges.kind, membershipChanges.at],
    });
}

/** Only what changes recurring revenue says from what to what, so that summing the table counts each change once. */
function movementOf(kind: ChangeKind, from: number, to: number) {
  if (kind === 'started') return { fromMonthlyMinor: 0, toMonthlyMinor: to };
  if (kind === 'ended') return { fromMonthlyMinor: from, toMonthlyMinor: 0 };
  if (kind === 'amount_changed') return { fromMonthlyMinor: from, toMonthlyMinor: to };
  return { fromMonthlyMinor: to, toMonthlyMinor: to };
}

function monthlyOf(row: Pick<Membership, 'amountMinor' | 'interval' | 'status'>): number {
  const status: MembershipStatus = row.status;
  return earnsRevenue(status) ? monthlyMinor(row.amountMinor, row.interval) : 0;
}
