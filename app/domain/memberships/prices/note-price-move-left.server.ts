import { and, eq, sql } from 'drizzle-orm';
import type { memberships } from '../../../db/schema/memberships.ts';
import { priceMigrationMembers } from '../../../db/schema/prices.ts';
import type { Ctx } from '../../ports/context.ts';
import type { LeaveReason } from './price-change.ts';

type Membership = typeof memberships.$inferSelect;

/**
 * Notes that a move to a new price, which waited at Stripe for the next period, has been let go of:
 * the patron took it back, chose other terms, or leaves. Until then it counted as moved. In the
 * transaction of the step.
 */
export async function notePriceMoveLeft(
  tx: Ctx,
  before: Membership,
  after: Membership,
): Promise<void> {
  const { nextAmountMinor, nextInterval, nextTierId, feeCoverMinor } = before;
  if (!before.nextChangeAt || nextAmountMinor === null || nextInterval === null) return;
  const still =
    after.nextChangeAt !== null &&
    after.nextAmountMinor === nextAmountMinor &&
    after.nextInterval === nextInterval &&
    after.nextTierId === nextTierId;
  const hasBegun =
    after.amountMinor === nextAmountMinor &&
    after.interval === nextInterval &&
    after.tierId === nextTierId;
  if (still || hasBegun || nextTierId !== before.tierId) return;
  const problem: LeaveReason = after.endedAt ? 'ended' : after.cancelAt ? 'ending' : 'changed';
  await tx.db
    .update(priceMigrationMembers)
    .set({ status: 'left', problem, settledAt: tx.clock.now() })
    .where(
      and(
        eq(priceMigrationMembers.membershipId, after.id),
        sql`${priceMigrationMembers.status} = 'moved'`,
        eq(priceMigrationMembers.interval, nextInterval),
        eq(priceMigrationMembers.fromMinor, before.amountMinor - feeCoverMinor),
        eq(priceMigrationMembers.toMinor, nextAmountMinor - feeCoverMinor),
      ),
    );
}
