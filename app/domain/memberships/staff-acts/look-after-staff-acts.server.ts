import { and, asc, eq, lte } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { staffActs } from '../../../db/schema/staff-acts.ts';
import type { Ctx } from '../../ports/context.ts';
import { recordSubscription } from '../confirm-membership.server.ts';

/** In an hour: so many are never left over. */
const batchSize = 100;

/**
 * Asks Stripe what came of the acts whose time is over, should no event have told: one that was done
 * goes into the audit log, and of one that was not nothing stays. Nothing is done to a membership
 * here. Safe to repeat. @throws when a membership can't be read; then its acts are kept.
 */
export async function lookAfterStaffActs(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const due = await ctx.db
    .select({ id: staffActs.id, subscriptionId: memberships.stripeSubscriptionId })
    .from(staffActs)
    .innerJoin(memberships, eq(memberships.id, staffActs.membershipId))
    .where(lte(staffActs.openUntil, now))
    .orderBy(asc(staffActs.openUntil), asc(staffActs.id))
    .limit(batchSize);
  const failures: unknown[] = [];
  for (const { id, subscriptionId } of due) {
    try {
      if (subscriptionId) {
        await recordSubscription(ctx, await ctx.payments.readSubscription(subscriptionId));
      }
      // Asked for again meanwhile, it is open again.
      await ctx.db
        .delete(staffActs)
        .where(and(eq(staffActs.id, id), lte(staffActs.openUntil, now)));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some acts could not be looked up');
}
