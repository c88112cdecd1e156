import { eq } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import {
  type Membership,
  convergeLatest,
  convergeMembership,
} from '../converge-membership.server.ts';
import { endingOf } from './ending.ts';
import { type Whose, readLive } from './read-live.server.ts';

export type EndFailure =
  'no_membership' | 'already_scheduled' | 'payments_unavailable' | 'payments_refused';

/**
 * Ends a membership as {@link endingOf} says: with what is paid for, or at once when that is over.
 * Caller's duty: that the asker may.
 * @returns the day it ends, which is now when `hasEnded`
 */
export async function endMembership(
  ctx: Ctx,
  input: {
    readonly whose: Whose;
    /** A code, or a code with the patron's own words after it. */
    readonly reason: string | null;
  },
): Promise<Result<{ endsAt: Date; hasEnded: boolean }, EndFailure>> {
  const membership = await readLive(ctx, input.whose);
  if (!membership?.stripeSubscriptionId) return fail('no_membership');
  if (membership.cancelAt) return fail('already_scheduled');
  const { stripeSubscriptionId: subscriptionId } = membership;
  const ending = await decide(ctx, subscriptionId, membership);
  if (!ending) return fail('payments_unavailable');
  const ended = await ctx.payments.endSubscription(
    subscriptionId,
    ending,
    // The row changes with every change of the membership: a second click is the same request.
    `end:${membership.id}:${membership.revision}:${ending.kind}`,
  );
  if (!ended.ok) {
    return fail(ended.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
  }
  const read = () => ctx.payments.readSubscription(subscriptionId);
  const after = await convergeLatest(ctx, membership.id, read, async (tx, before, facts) => {
    await tx.db
      .update(memberships)
      .set({ cancelReason: input.reason ?? before.cancelReason })
      .where(eq(memberships.id, membership.id));
    return convergeMembership(tx, before, facts);
  });
  const endedAt = after?.endedAt ?? null;
  const endsAt = endedAt ?? after?.cancelAt ?? ended.value.currentPeriodEnd;
  return ok({ endsAt, hasEnded: endedAt !== null });
}

/** From what Stripe says now: a payment may have failed, or gone through, a moment ago. Null when it can't be asked. */
async function decide(
  ctx: Ctx,
  subscriptionId: string,
  { paidUntil, returnedUntil }: Pick<Membership, 'paidUntil' | 'returnedUntil'>,
) {
  try {
    const [facts, owed] = await Promise.all([
      ctx.payments.readSubscription(subscriptionId),
      ctx.payments.readOwed(subscriptionId),
    ]);
    return endingOf({ ...facts, paidUntil, returnedUntil, owed }, ctx.clock.now());
  } catch (error) {
    if (ctx.payments.whyFailed(error) === 'unavailable') return null;
    throw error;
  }
}
