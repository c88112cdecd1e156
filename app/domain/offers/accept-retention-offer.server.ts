import { eq, sql } from 'drizzle-orm';
import { retentionUses } from '../../db/schema/offers.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { convergeLatest, convergeMembership } from '../memberships/converge-membership.server.ts';
import { readChargedMembership } from '../memberships/read-charged-membership.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readOffer } from './offer-rows.server.ts';
import { executorFor, prepareOffer } from './prepare-offer.server.ts';
import { readRetentionOffer, readUnappliedUse } from './read-retention-offer.server.ts';

export type AcceptOfferFailure = 'no_offer' | 'payments_unavailable' | 'payments_refused';

/**
 * Lowers the coming charges as the offer to stay says. Our row is written first, one for two clicks;
 * the provider is asked with a key of that row, so that asking again changes nothing twice.
 * Caller's duty: that the membership is the asker's own.
 */
export async function acceptRetentionOffer(
  ctx: Ctx,
  input: { readonly membershipId: string; readonly supporterId: string },
): Promise<Result<null, AcceptOfferFailure>> {
  const { membershipId, supporterId } = input;
  const membership = await readChargedMembership(ctx, membershipId);
  if (!membership?.subscriptionId || membership.supporterId !== supporterId)
    return fail('no_offer');
  const use = await writeUse(ctx, membershipId);
  const row = use && (await readOffer(ctx, use.offerId));
  if (!row) return fail('no_offer');
  const prepared = await prepareOffer(ctx, row);
  if (!prepared.ok) return fail(failureOf(prepared.reason));
  const executor = executorFor(prepared.value, membership.amount.currency);
  if (!executor) return fail('no_offer');
  const { subscriptionId } = membership;
  const applied = await ctx.payments.applyCoupon(
    subscriptionId,
    executor.couponId,
    `retention:${use.id}`,
  );
  if (!applied.ok) return fail(failureOf(applied.reason));
  const read = () => ctx.payments.readSubscription(subscriptionId);
  await convergeLatest(ctx, membershipId, read, async (tx, before, facts) => {
    await convergeMembership(tx, before, facts);
    await tx.db
      .update(retentionUses)
      .set({ appliedAt: ctx.clock.now() })
      .where(eq(retentionUses.id, use.id));
    await recordAudit(tx, {
      actorId: supporterId,
      action: 'membership.offer_accepted',
      subjectKind: 'membership',
      subjectId: membershipId,
      detail: { offerId: row.id },
    });
  });
  return ok(null);
}

/** The row of this acceptance: a new one, or the one that an earlier click wrote. */
function writeUse(ctx: Ctx, membershipId: string): Promise<{ id: string; offerId: string } | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${membershipId}, 8))`);
    const earlier = await readUnappliedUse(tx, membershipId);
    if (earlier) return earlier;
    const found = await readRetentionOffer(tx, membershipId);
    if (!found) return null;
    const use = { id: newId(), offerId: found.offer.id };
    await tx.db.insert(retentionUses).values({ ...use, membershipId, acceptedAt: ctx.clock.now() });
    return use;
  });
}

function failureOf(reason: string): AcceptOfferFailure {
  return reason === 'try_later' ? 'payments_unavailable' : 'payments_refused';
}
