import { eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import { convergeLatest, convergeMembership } from './converge-membership.server.ts';
import { readLive } from './schedule-cancellation.server.ts';

export type UndoFailure =
  'no_membership' | 'not_scheduled' | 'payments_unavailable' | 'payments_refused';

/** Takes a scheduled cancellation back, as long as the membership has not ended. */
export async function undoCancellation(
  ctx: Ctx,
  input: { supporterId: string },
): Promise<Result<{ nextChargeAt: Date }, UndoFailure>> {
  const membership = await readLive(ctx, input.supporterId);
  if (!membership?.stripeSubscriptionId) return fail('no_membership');
  if (!membership.cancelAt) return fail('not_scheduled');
  const undone = await ctx.payments.undoCancellation(
    membership.stripeSubscriptionId,
    `continue:${membership.id}:${(membership.cancelRequestedAt ?? membership.cancelAt).getTime()}`,
  );
  if (!undone.ok) {
    return fail(undone.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
  }
  const { subscriptionId } = undone.value;
  const read = () => ctx.payments.readSubscription(subscriptionId);
  await convergeLatest(ctx, membership.id, read, async (tx, before, facts) => {
    await convergeMembership(tx, before, facts);
    await tx.db
      .update(memberships)
      .set({ cancelReason: null })
      .where(eq(memberships.id, membership.id));
  });
  return ok({ nextChargeAt: undone.value.currentPeriodEnd });
}
