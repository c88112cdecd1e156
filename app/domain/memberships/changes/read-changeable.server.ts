import { eq } from 'drizzle-orm';
import { tiers } from '../../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { SubscriptionFacts } from '../../ports/payments.ts';
import type { Membership } from '../converge-membership.server.ts';
import { isLive } from '../membership.ts';
import { readLive } from '../ending/read-live.server.ts';
import { readFactsNow } from './current-facts.server.ts';
import { type ChangeBarrier, type PresentTerms, barrierOf } from './membership-change.ts';

export interface Changeable {
  readonly row: Membership;
  readonly facts: SubscriptionFacts;
  readonly present: PresentTerms;
}

/** The membership in force, with what Stripe says of it now: our row may be a moment behind. */
export async function readChangeable(
  ctx: Ctx,
  supporterId: string,
): Promise<Result<Changeable, 'no_membership' | 'payments_unavailable' | ChangeBarrier>> {
  const row = await readLive(ctx, { supporterId });
  if (!row?.stripeSubscriptionId) return fail('no_membership');
  const read = await readFactsNow(ctx, row.stripeSubscriptionId);
  if (!read.ok) return read;
  const facts = read.value;
  if (!isLive(facts.status)) return fail('no_membership');
  const barrier = barrierOf(facts);
  if (barrier) return fail(barrier);
  const tierId = facts.tierId ?? row.tierId;
  const known = await ctx.db
    .select({ rank: tiers.rank })
    .from(tiers)
    .where(eq(tiers.id, tierId))
    .limit(1);
  return ok({
    row,
    facts,
    present: {
      tierId,
      tierRank: known[0]?.rank ?? 0,
      amount: facts.amount,
      feeCoverMinor: facts.feeCoverMinor ?? row.feeCoverMinor,
      interval: facts.interval,
    },
  });
}
