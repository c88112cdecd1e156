import { eq } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { convergeLatest, convergeMembership } from '../converge-membership.server.ts';
import { type Whose, readLive } from './read-live.server.ts';

export type ContinueFailure =
  'no_membership' | 'not_scheduled' | 'payments_unavailable' | 'payments_refused';

/**
 * Takes a scheduled end back, as long as the membership has not ended. A change that was waiting
 * when it was cancelled does not come back. Caller's duty: that the asker may.
 */
export async function continueMembership(
  ctx: Ctx,
  input: { readonly whose: Whose },
): Promise<Result<{ nextChargeAt: Date }, ContinueFailure>> {
  const membership = await readLive(ctx, input.whose);
  if (!membership?.stripeSubscriptionId) return fail('no_membership');
  if (!membership.cancelAt) return fail('not_scheduled');
  const { stripeSubscriptionId: subscriptionId } = membership;
  const continued = await ctx.payments.continueSubscription(
    subscriptionId,
    `continue:${membership.id}:${membership.revision}`,
  );
  if (!continued.ok) {
    return fail(continued.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
  }
  const read = () => ctx.payments.readSubscription(subscriptionId);
  await convergeLatest(ctx, membership.id, read, async (tx, before, facts) => {
    await convergeMembership(tx, before, facts);
    await tx.db
      .update(memberships)
      .set({ cancelReason: null })
      .where(eq(memberships.id, membership.id));
  });
  return ok({ nextChargeAt: continued.value.currentPeriodEnd });
}
