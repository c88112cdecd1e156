import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { SubscriptionFacts } from '../../ports/payments.ts';
import { recordSubscription } from '../confirm-membership.server.ts';

/** What Stripe says of a subscription now. @throws when it can't be read for another reason than that Stripe is away */
export async function readFactsNow(
  ctx: Ctx,
  subscriptionId: string,
): Promise<Result<SubscriptionFacts, 'payments_unavailable'>> {
  try {
    return ok(await ctx.payments.readSubscription(subscriptionId));
  } catch (error) {
    if (ctx.payments.whyFailed(error) === 'unavailable') return fail('payments_unavailable');
    throw error;
  }
}

/**
 * Takes over what an act has brought about. If Stripe can't be read just then, the act has been done
 * all the same, and its events bring us in line.
 */
export async function takeOver(ctx: Ctx, facts: SubscriptionFacts): Promise<void> {
  try {
    await recordSubscription(ctx, facts);
  } catch (error) {
    if (ctx.payments.whyFailed(error) !== 'unavailable') throw error;
    ctx.log.warn(
      { subscription: facts.subscriptionId },
      'Stripe could not be read after a change; its events will tell',
    );
  }
}
