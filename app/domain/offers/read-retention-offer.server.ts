import { and, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { retentionUses } from '../../db/schema/offers.ts';
import { addMonths } from '../../kernel/dates.ts';
import { readChargedMembership } from '../memberships/read-charged-membership.server.ts';
import type { Ctx } from '../ports/context.ts';
import { type Offer, purchaseProblem, standingOf } from './offer.ts';
import { type OfferPreview, previewStay } from './offer-preview.ts';
import { listOpenOffers, toOffer } from './offer-rows.server.ts';

/** A patron takes one at most once in so many months. */
const monthsBetween = 12;

/** An offer to stay, and what it would make of this membership. `preview.today` is the next charge. */
export interface RetentionOffer {
  readonly offer: Offer;
  readonly preview: OfferPreview;
}

/**
 * What somebody who is about to leave may be offered; null when there is nothing: no such offer, one
 * taken within a year, a discount at work already, or a membership whose payments fail or pause.
 */
export async function readRetentionOffer(
  ctx: Ctx,
  membershipId: string,
): Promise<RetentionOffer | null> {
  const now = ctx.clock.now();
  const [membership, rows] = await Promise.all([
    readChargedMembership(ctx, membershipId),
    listOpenOffers(ctx, ['retention']),
  ]);
  if (!membership?.isSound || membership.hasDiscount || rows.length === 0) return null;
  const { periodEnd } = membership;
  if (!periodEnd) return null;
  if (await hasTakenOne(ctx, membershipId)) return null;
  const taken = await countTaken(
    ctx,
    rows.map((row) => row.id),
  );
  for (const offer of rows.map(toOffer)) {
    const isOpen =
      standingOf(offer, now) === 'running' &&
      (offer.maxRedemptions === null || (taken.get(offer.id) ?? 0) < offer.maxRedemptions);
    if (!isOpen || purchaseProblem(offer, membership) !== null) continue;
    const preview = previewStay(offer, membership, now, periodEnd);
    if (preview) return { offer, preview };
  }
  return null;
}

/** One that was asked for and not carried out yet does not count: asking again carries it out. */
async function hasTakenOne(ctx: Ctx, membershipId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ appliedAt: retentionUses.appliedAt })
    .from(retentionUses)
    .where(
      and(
        eq(retentionUses.membershipId, membershipId),
        gt(retentionUses.appliedAt, addMonths(ctx.clock.now(), -monthsBetween)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** How many took each of these offers to stay. */
export async function countTaken(
  ctx: Ctx,
  offerIds: readonly string[],
): Promise<Map<string, number>> {
  if (offerIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ offerId: retentionUses.offerId, count: count() })
    .from(retentionUses)
    .where(inArray(retentionUses.offerId, [...offerIds]))
    .groupBy(retentionUses.offerId);
  return new Map(rows.map((row) => [row.offerId, row.count]));
}

/** One that was asked for before and that nobody heard the end of. */
export async function readUnappliedUse(
  ctx: Ctx,
  membershipId: string,
): Promise<{ id: string; offerId: string } | null> {
  const rows = await ctx.db
    .select({ id: retentionUses.id, offerId: retentionUses.offerId })
    .from(retentionUses)
    .where(and(eq(retentionUses.membershipId, membershipId), isNull(retentionUses.appliedAt)))
    .limit(1);
  return rows[0] ?? null;
}
