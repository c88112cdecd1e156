import { eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import {
  type Membership,
  convergeLatest,
  convergeMembership,
} from './converge-membership.server.ts';
import {
  readMembershipCharges,
  recordMembershipCharges,
} from './record-membership-payment.server.ts';

/**
 * Ends a second membership of somebody who had one, pays it back and says so. Safe to repeat:
 * the refund's idempotency key comes from the row.
 * @throws when Stripe does not do it now, so that the job is tried again.
 */
export async function endDuplicate(ctx: Ctx, membership: Membership): Promise<void> {
  const { stripeSubscriptionId } = membership;
  if (!stripeSubscriptionId) return;
  const ended = await ctx.payments.cancelAndReturn(
    stripeSubscriptionId,
    `duplicate:${membership.id}`,
  );
  if (!ended.ok) throw new Error(`A duplicate membership could not be ended: ${ended.reason}`);
  const read = async () => {
    const subscription = await ctx.payments.readSubscription(stripeSubscriptionId);
    const charges = await readMembershipCharges(ctx, subscription.latestInvoiceId);
    return { subscription, charges };
  };
  await convergeLatest(ctx, membership.id, read, async (tx, before, { subscription, charges }) => {
    await tx.db
      .update(memberships)
      .set({ endedBecause: 'duplicate' })
      .where(eq(memberships.id, membership.id));
    const after = await convergeMembership(
      tx,
      { ...before, endedBecause: 'duplicate' },
      subscription,
    );
    await recordMembershipCharges(tx, after, charges, null);
    const recipient = after.supporterId ? await readSupporterEmail(tx, after.supporterId) : null;
    if (!recipient) return;
    await tx.mail.queue(tx.db, {
      template: 'duplicate-membership-returned',
      subjectId: after.id,
      recipient,
      locale: after.locale === 'uk' ? 'uk' : 'en',
    });
  });
}
