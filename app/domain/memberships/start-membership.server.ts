import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type GivingCurrency, isGivingCurrency } from '../../kernel/currencies.ts';
import { type Interval, amountProblem } from '../../kernel/giving-amounts.ts';
import { addMs } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { openOrder, startFailure } from '../donations/open-order.server.ts';
import { checkoutOpenMs } from '../donations/order-urls.ts';
import { isSameAttempt, pendingColumns } from '../donations/pending-order.ts';
import type { AlreadyPaid, StartGiftFailure, StartGiftInput } from '../donations/start-gift.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { CheckoutReduction } from '../ports/payments-offers.ts';
import { listTiers } from './list-tiers.server.ts';
import { isLive, liveStatuses } from './membership.ts';
import { type TierView, tierFor } from './tier.ts';

export type StartMembershipFailure =
  StartGiftFailure | 'already_patron' | 'tier_unknown' | 'below_tier_minimum' | 'offer_used_up';

/** The offer under which a membership begins. Caller's duty: that it is good for this one. */
export interface OpeningOffer {
  readonly offerId: string;
  readonly reduction: CheckoutReduction;
  /** How many memberships may begin under it; null = any number. */
  readonly maxRedemptions: number | null;
}

export interface StartMembershipInput extends StartGiftInput {
  readonly interval: Interval;
  /** Null = the highest tier whose minimum the amount reaches. */
  readonly tierSlug: string | null;
  readonly offer?: OpeningOffer | null;
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
  const { amounts, currencies } = await readNewsroom(ctx);
  if (!currencies.includes(currency)) return fail('currency_gone');
  const problem = amountProblem(amounts, { amountMinor, currency }, frequency);
  if (problem) return fail(problem);
  if (input.supporter && (await hasLiveMembership(ctx, input.supporter.id)))
    return fail('already_patron');
  const tier = chooseTier(await listTiers(ctx), input, currency);
  if (!tier.ok) return tier;

  const written = await writePending(ctx, input, tier.value.id);
  if (!written.ok) return written;
  const membership = written.value;
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
      reduction: input.offer?.reduction ?? null,
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
function writePending(
  ctx: Ctx,
  input: StartMembershipInput,
  tierId: string,
): Promise<Result<Membership, 'offer_used_up'>> {
  const now = ctx.clock.now();
  const values = {
    ...{ id: newId(), tierId, interval: input.interval, offerId: input.offer?.offerId ?? null },
    ...pendingColumns(input, now),
  };
  return inTransaction(ctx, async (tx) => {
    const earlier = values.attemptKey ? await readAttempt(tx, values.attemptKey) : null;
    const isSame =
      earlier?.tierId === tierId &&
      earlier.interval === input.interval &&
      earlier.offerId === values.offerId &&
      isSameAttempt(earlier, values, now);
    if (earlier && isSame) return ok(earlier);
    if (input.offer && !(await mayRedeem(tx, input.offer, now))) return fail('offer_used_up');
    const attemptKey = earlier ? null : values.attemptKey;
    const rows = await tx.db
      .insert(memberships)
      .values({ ...values, attemptKey })
      .returning();
    if (!rows[0]) throw new Error('A membership could not be written');
    return ok(rows[0]);
  });
}

/** The lock has two clicks at the same moment go one after the other. */
async function readAttempt(tx: Ctx, attemptKey: string): Promise<Membership | null> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${attemptKey}, 6))`);
  const rows = await tx.db
    .select()
    .from(memberships)
    .where(eq(memberships.attemptKey, attemptKey))
    .limit(1);
  return rows[0] ?? null;
}

/**
 * Is there one left? Whoever is at the payment page holds theirs until that closes, so that nobody
 * who was shown a price pays another. The lock is held until the row is written.
 */
async function mayRedeem(
  tx: Ctx,
  { offerId, maxRedemptions }: OpeningOffer,
  now: Date,
): Promise<boolean> {
  if (maxRedemptions === null) return true;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${offerId}, 7))`);
  return (await countRedemptions(tx, offerId, now)) < maxRedemptions;
}

/** How many memberships began under an offer, or may still be paid. */
export async function countRedemptions(ctx: Ctx, offerId: string, now: Date): Promise<number> {
  const isHeld = and(
    inArray(memberships.status, ['pending', 'incomplete']),
    gt(memberships.createdAt, addMs(now, -checkoutOpenMs)),
  );
  return ctx.db.$count(
    memberships,
    and(eq(memberships.offerId, offerId), or(isNotNull(memberships.startedAt), isHeld)),
  );
}

/** How many memberships began under an offer. */
export function countRedeemed(ctx: Ctx, offerId: string): Promise<number> {
  return ctx.db.$count(
    memberships,
    and(eq(memberships.offerId, offerId), isNotNull(memberships.startedAt)),
  );
}
