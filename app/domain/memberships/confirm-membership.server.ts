import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { CheckoutFacts, SubscriptionFacts } from '../ports/payments.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { linkStripeCustomer } from '../supporters/stripe-customer.server.ts';
import {
  type Membership,
  convergeMembership,
  lockMembership,
} from './converge-membership.server.ts';
import { endDuplicate } from './end-duplicate.server.ts';
import { isLive, liveStatuses } from './membership.ts';
import {
  readMembershipCharges,
  recordMembershipCharges,
} from './record-membership-payment.server.ts';

/**
 * Makes a membership that began with a Checkout agree with Stripe: what the thank-you page and
 * the webhook both run, in any order and any number.
 * @throws when Stripe can't be read; then nothing has changed.
 */
export async function confirmMembership(ctx: Ctx, membershipId: string): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const membership = rows[0];
  if (!membership?.checkoutId || membership.endedAt) return;
  const checkout = await ctx.payments.readCheckout(membership.checkoutId);
  if (checkout.status === 'expired') {
    await expire(ctx, membershipId);
    return;
  }
  if (checkout.status !== 'complete' || !checkout.subscriptionId) return;
  const subscription = await ctx.payments.readSubscription(checkout.subscriptionId);
  await convergeWithPayments(ctx, membershipId, subscription, checkout);
}

/**
 * The same for a subscription that is known: renewals, failures, cancellations.
 * Answers false when no row of ours matches it (yet).
 */
export async function recordSubscription(ctx: Ctx, facts: SubscriptionFacts): Promise<boolean> {
  const orderId = facts.order?.orderId;
  if (!orderId) return false;
  const rows = await ctx.db.select().from(memberships).where(eq(memberships.id, orderId)).limit(1);
  const membership = rows[0];
  if (!membership) return false;
  const checkout =
    membership.supporterId || !membership.checkoutId
      ? null
      : await ctx.payments.readCheckout(membership.checkoutId);
  // Before Checkout completes, nobody knows yet whose it is: the completion brings it.
  if (checkout && checkout.status !== 'complete') return true;
  await convergeWithPayments(ctx, membership.id, facts, checkout);
  return true;
}

async function convergeWithPayments(
  ctx: Ctx,
  membershipId: string,
  subscription: SubscriptionFacts,
  checkout: CheckoutFacts | null,
): Promise<void> {
  const charges = await readMembershipCharges(ctx, subscription.latestInvoiceId);
  const twin = await inTransaction(ctx, async (tx) => {
    const before = await lockMembership(tx, membershipId);
    if (!before) return null;
    const { membership, email, isNew } = await withSupporter(tx, before, checkout);
    const after = await convergeMembership(tx, membership, subscription);
    await recordMembershipCharges(tx, after, charges, email);
    if (!isLive(after.status)) return null;
    const other = await olderTwin(tx, after);
    if (other) return after;
    await sayWelcome(tx, after, email, { isNew, wasSignedIn: before.supporterId !== null });
    return null;
  });
  if (twin) await endDuplicate(ctx, twin);
}

async function withSupporter(
  ctx: Ctx,
  membership: Membership,
  checkout: CheckoutFacts | null,
): Promise<{ membership: Membership; email: string | null; isNew: boolean }> {
  const email = checkout?.email ?? null;
  if (membership.supporterId && checkout?.customerId) {
    await linkStripeCustomer(ctx, membership.supporterId, checkout.customerId);
  }
  if (membership.supporterId || !email) return { membership, email, isNew: false };
  const { supporterId, isNew } = await findOrCreateSupporter(ctx, {
    email,
    name: checkout?.name ?? null,
    locale: membership.locale === 'uk' ? 'uk' : 'en',
    country: checkout?.country ?? null,
    stripeCustomerId: checkout?.customerId ?? null,
  });
  const rows = await ctx.db
    .update(memberships)
    .set({ supporterId, madeSupporter: isNew, country: checkout?.country ?? membership.country })
    .where(eq(memberships.id, membership.id))
    .returning();
  return { membership: rows[0] ?? { ...membership, supporterId }, email, isNew };
}

/** An older membership in force of the same person: two open Checkouts can both be paid. */
async function olderTwin(ctx: Ctx, membership: Membership): Promise<Membership | null> {
  if (!membership.supporterId) return null;
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.supporterId, membership.supporterId),
        ne(memberships.id, membership.id),
        inArray(memberships.status, [...liveStatuses]),
      ),
    )
    .orderBy(asc(memberships.startedAt), asc(memberships.id))
    .limit(1);
  const other = rows[0];
  if (!other) return null;
  const isOlder =
    (other.startedAt ?? other.createdAt).getTime() <
      (membership.startedAt ?? membership.createdAt).getTime() || other.id < membership.id;
  return isOlder ? other : null;
}

async function sayWelcome(
  ctx: Ctx,
  membership: Membership,
  email: string | null,
  { isNew, wasSignedIn }: { isNew: boolean; wasSignedIn: boolean },
): Promise<void> {
  if (!email) return;
  const about = {
    subjectId: membership.id,
    recipient: email,
    locale: membership.locale === 'uk' ? ('uk' as const) : ('en' as const),
  };
  await ctx.mail.queue(ctx.db, { template: 'membership-welcome', ...about });
  if (!isNew && !wasSignedIn)
    await ctx.mail.queue(ctx.db, { template: 'sign-in-suggestion', ...about });
}

async function expire(ctx: Ctx, membershipId: string): Promise<void> {
  await ctx.db
    .update(memberships)
    .set({ status: 'expired', checkoutUrl: null })
    .where(and(eq(memberships.id, membershipId), eq(memberships.status, 'pending')));
}
