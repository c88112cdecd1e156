import { and, eq, inArray } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type GivingCurrency, isGivingCurrency } from '../../kernel/currencies.ts';
import { type Interval, amountProblem, defaultAmountRules } from '../../kernel/giving-amounts.ts';
import { money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { openOrder, startFailure } from '../donations/open-order.server.ts';
import { isSameAttempt, pendingColumns } from '../donations/pending-order.ts';
import type { AlreadyPaid, StartGiftFailure, StartGiftInput } from '../donations/start-gift.ts';
import type { Ctx } from '../ports/context.ts';
import { listTiers } from './list-tiers.server.ts';
import { isLive, liveStatuses } from './membership.ts';
import { type TierView, tierFor } from './tier.ts';

export type StartMembershipFailure =
  StartGiftFailure | 'already_patron' | 'tier_unknown' | 'below_tier_minimum';

export interface StartMembershipInput extends StartGiftInput {
  readonly interval: Interval;
  /** Null = the highest tier whose minimum the amount reaches. */
  readonly tierSlug: string | null;
}

type Membership = typeof memberships.$inferSelect;

/**
 * Writes the pending membership and opens Stripe's page for it, as {@link startDonation} does.
 * Somebody signed in who is a patron already gets no second one.
 */
export async function startMembership(
  ctx: Ctx,
  input: StartMembershipInput,
): Promise<
  Result<{ membershipId: string; checkoutUrl: string }, StartMembershipFailure> | AlreadyPaid
> {
  const { currency, amountMinor } = input.amount;
  if (!isGivingCurrency(currency)) return fail('payments_refused');
  const frequency = input.interval === 'month' ? 'monthly' : 'yearly';
  const problem = amountProblem(defaultAmountRules, { amountMinor, currency }, frequency);
  if (problem) return fail(problem);
  if (input.supporter && (await hasLiveMembership(ctx, input.supporter.id)))
    return fail('already_patron');
  const tier = chooseTier(await listTiers(ctx), input, currency);
  if (!tier.ok) return tier;

  const membership = await writePending(ctx, input, tier.value.id);
  if (membership.status !== 'pending') {
    return isLive(membership.status)
      ? { ok: false, reason: 'order_already_paid', orderId: membership.id }
      : fail('payments_refused');
  }
  if (membership.checkoutUrl) {
    return ok({ membershipId: membership.id, checkoutUrl: membership.checkoutUrl });
  }
  const opened = await openOrder(
    ctx,
    {
      ...membership,
      kind: 'membership',
      amount: money(membership.amountMinor, membership.currency),
      description: `${input.newsroomName}: ${tier.value.name[input.locale]}`,
    },
    input,
  );
  if (!opened.ok) {
    await ctx.db
      .update(memberships)
      .set({ status: 'expired', endedBecause: opened.reason, attemptKey: null })
      .where(eq(memberships.id, membership.id));
    return fail(startFailure(opened.reason));
  }
  const { checkoutId, url, expiresAt, customerId } = opened.value;
  await ctx.db
    .update(memberships)
    .set({
      checkoutId,
      checkoutUrl: url,
      checkoutExpiresAt: expiresAt,
      stripeCustomerId: customerId,
    })
    .where(eq(memberships.id, membership.id));
  return ok({ membershipId: membership.id, checkoutUrl: url });
}

/** Is there a membership in force or in trouble, so that a second one would be a mistake? */
export async function hasLiveMembership(ctx: Ctx, supporterId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(eq(memberships.supporterId, supporterId), inArray(memberships.status, [...liveStatuses])),
    )
    .limit(1);
  return rows.length > 0;
}

function chooseTier(
  tiers: readonly TierView[],
  input: StartMembershipInput,
  currency: GivingCurrency,
): Result<TierView, 'tier_unknown' | 'below_tier_minimum'> {
  const { amountMinor } = input.amount;
  if (input.tierSlug === null) {
    const tier = tierFor(tiers, amountMinor, currency, input.interval);
    return tier ? ok(tier) : fail('below_tier_minimum');
  }
  const tier = tiers.find((known) => known.slug === input.tierSlug);
  if (!tier) return fail('tier_unknown');
  const minimum = tier.minimums[currency][input.interval].amountMinor;
  return amountMinor >= minimum ? ok(tier) : fail('below_tier_minimum');
}

/** The row of this attempt: a new one, or the one that an earlier click wrote. */
async function writePending(
  ctx: Ctx,
  input: StartMembershipInput,
  tierId: string,
): Promise<Membership> {
  const now = ctx.clock.now();
  const values = { id: newId(), tierId, interval: input.interval, ...pendingColumns(input, now) };
  const inserted = await ctx.db
    .insert(memberships)
    .values(values)
    .onConflictDoNothing({ target: memberships.attemptKey })
    .returning();
  if (inserted[0]) return inserted[0];
  const known = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.attemptKey, values.attemptKey ?? ''))
    .limit(1);
  const earlier = known[0];
  const isSame =
    earlier?.tierId === tierId &&
    earlier.interval === input.interval &&
    isSameAttempt(earlier, values, now);
  if (earlier && isSame) return earlier;
  const fresh = await ctx.db
    .insert(memberships)
    .values({ ...values, attemptKey: null })
    .returning();
  if (!fresh[0]) throw new Error('A membership could not be written');
  return fresh[0];
}
