import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { CheckoutFacts, SubscriptionFacts } from '../ports/payments.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { linkStripeCustomer } from '../supporters/stripe-customer.server.ts';
import {
  type Membership,
  convergeLatest,
  convergeMembership,
} from './converge-membership.server.ts';
import { endDuplicate } from './end-duplicate.server.ts';
import { isLive, liveStatuses } from './membership.ts';
import {
  readMembershipCharges,
  recordMembershipCharges,
} from './record-membership-payment.server.ts';

/**
 * Makes a membership that began with a Checkout agree with Stripe: what the thank-you page and
 * the webhook both run, in any order and any number. Answers false when there is no such
 * membership (yet).
 * @throws when Stripe can't be read; then nothing has changed.
 */
export async function confirmMembership(
  ctx: Ctx,
  membershipId: string,
  /** The Checkout that Stripe tells of, for a row whose process ended before it could note it. */
  toldCheckoutId: string | null = null,
): Promise<boolean> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const membership = rows[0];
  if (!membership) return false;
  if (membership.endedAt || membership.status === 'expired') return true;
  const checkoutId = membership.checkoutId ?? toldCheckoutId;
  if (!checkoutId) return false;
  const checkout = await ctx.payments.readCheckout(checkoutId);
  if (!membership.checkoutId) {
    await ctx.db
      .update(memberships)
      .set({ checkoutId })
      .where(and(eq(memberships.id, membershipId), isNull(memberships.checkoutId)));
  }
  if (checkout.status === 'expired') await expire(ctx, membershipId);
  if (checkout.status !== 'complete' || !checkout.subscriptionId) return true;
  await convergeWithPayments(ctx, membershipId, checkout.subscriptionId, checkout);
  return true;
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
  await convergeWithPayments(ctx, membership.id, facts.subscriptionId, checkout);
  return true;
}

async function convergeWithPayments(
  ctx: Ctx,
  membershipId: string,
  subscriptionId: string,
  checkout: CheckoutFacts | null,
): Promise<void> {
  const read = async () => {
    const subscription = await ctx.payments.readSubscription(subscriptionId);
    const charges = await readMembershipCharges(ctx, subscription.latestInvoiceId);
    return { subscription, charges };
  };
  const converged = await convergeLatest(ctx, membershipId, read, async (tx, before, facts) => {
    const { subscription, charges } = facts;
    const { membership, email, isNew } = await withSupporter(tx, before, checkout);
    const after = await convergeMembership(tx, membership, subscription);
    await recordMembershipCharges(tx, after, charges, email);
    const welcome = { email, isNew, wasSignedIn: before.supporterId !== null };
    const inForce = isLive(after.status) ? await listInForce(tx, after) : [];
    if (inForce[0]?.id === after.id) await sayWelcome(tx, after, welcome);
    return { after, welcome, inForce };
  });
  if (converged && converged.inForce.length > 1) await keepOne(ctx, converged);
}

/**
 * Leaves a person the membership that was paid for first. Our row of another one may be older than
 * its end, so nothing is ended or paid back on its word alone.
 */
async function keepOne(
  ctx: Ctx,
  { after, welcome, inForce }: { after: Membership; welcome: Welcome; inForce: Membership[] },
): Promise<void> {
  const [kept, ...second] = await withoutEnded(ctx, inForce, after.id);
  // Those before it had ended, so this is no second one after all.
  if (kept?.id === after.id) await inTransaction(ctx, (tx) => sayWelcome(tx, after, welcome));
  for (const duplicate of second) await endDuplicate(ctx, duplicate);
}

/** Reads the others anew: one that has ended meanwhile, not by us, is taken over as such. */
async function withoutEnded(
  ctx: Ctx,
  inForce: readonly Membership[],
  newlyReadId: string,
): Promise<Membership[]> {
  const left: Membership[] = [];
  for (const membership of inForce) {
    const { id, stripeSubscriptionId } = membership;
    if (!stripeSubscriptionId) continue;
    const facts =
      id === newlyReadId ? null : await ctx.payments.readSubscription(stripeSubscriptionId);
    if (!facts || isLive(facts.status) || facts.endedBecause === 'duplicate') left.push(membership);
    else await recordSubscription(ctx, facts);
  }
  return left;
}

async function withSupporter(
  ctx: Ctx,
  membership: Membership,
  checkout: CheckoutFacts | null,
): Promise<{ membership: Membership; email: string | null; isNew: boolean }> {
  const email = checkout?.email ?? null;
  if (membership.supporterId) {
    const held = await holdSupporter(ctx, membership.supporterId);
    if (checkout?.customerId) {
      await linkStripeCustomer(ctx, held.supporterId, checkout.customerId);
    }
    // Who was erased between joining and this is not written to any more.
    return { membership, email: held.isErased ? null : email, isNew: false };
  }
  if (!email) return { membership, email, isNew: false };
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

/**
 * The memberships in force of the same person, the one that was paid for first before the others:
 * two open Checkouts can both be paid. The lock lets the payments of one person be seen one after
 * the other, so that of two at the same moment the later sees the earlier; it is the last lock taken.
 */
async function listInForce(ctx: Ctx, { supporterId }: Membership): Promise<Membership[]> {
  if (!supporterId) return [];
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${supporterId}, 5))`);
  return ctx.db
    .select()
    .from(memberships)
    .where(
      and(eq(memberships.supporterId, supporterId), inArray(memberships.status, [...liveStatuses])),
    )
    .orderBy(asc(memberships.startedAt), asc(memberships.id));
}

interface Welcome {
  readonly email: string | null;
  readonly isNew: boolean;
  readonly wasSignedIn: boolean;
}

async function sayWelcome(
  ctx: Ctx,
  membership: Membership,
  { email, isNew, wasSignedIn }: Welcome,
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
