import { and, asc, count, eq, isNotNull } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import type { Ctx } from '../ports/context.ts';

/** A person's donations, those that came to nothing included. Caller's duty: that the asker is the person. */
export async function exportDonations(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      id: donations.id,
      status: donations.status,
      stripeCustomerId: donations.stripeCustomerId,
      paymentIntentId: donations.paymentIntentId,
      amountMinor: donations.amountMinor,
      feeCoverMinor: donations.feeCoverMinor,
      currency: donations.currency,
      returnedMinor: donations.returnedMinor,
      isAnonymous: donations.isAnonymous,
      isAmountShown: donations.isAmountShown,
      displayName: donations.displayName,
      hiddenFromWallAt: donations.hiddenFromWallAt,
      note: donations.note,
      locale: donations.locale,
      country: donations.country,
      returnTo: donations.returnTo,
      articleId: donations.articleId,
      askId: donations.askId,
      askVariant: donations.askVariant,
      campaignId: donations.campaignId,
      referrerHost: donations.referrerHost,
      utmSource: donations.utmSource,
      utmMedium: donations.utmMedium,
      utmCampaign: donations.utmCampaign,
      utmTerm: donations.utmTerm,
      utmContent: donations.utmContent,
      createdAt: donations.createdAt,
      paidAt: donations.paidAt,
      failureCode: donations.failureCode,
    })
    .from(donations)
    .where(eq(donations.supporterId, supporterId))
    .orderBy(asc(donations.createdAt), asc(donations.id));
}

/** Takes out what names the person. Amount, date, country and what brought the gift stay: they are the books. */
export async function eraseDonations(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db
    .update(donations)
    .set({
      ...{ displayName: null, note: null, isAnonymous: true, isAmountShown: false },
      ...{ browserHash: null, attemptKey: null, returnTo: null, checkoutUrl: null },
      utmContent: null,
      utmTerm: null,
    })
    .where(eq(donations.supporterId, supporterId));
}

export async function moveDonations(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db
    .update(donations)
    // The browser that began one may not be signed in by it any more: it is another account's now.
    .set({ supporterId: toId, madeSupporter: false })
    .where(eq(donations.supporterId, fromId));
}

export async function countDonations(ctx: Ctx, supporterId: string): Promise<number> {
  const rows = await ctx.db
    .select({ count: count() })
    .from(donations)
    .where(and(eq(donations.supporterId, supporterId), isNotNull(donations.paidAt)));
  return rows[0]?.count ?? 0;
}

/** The donations of a person whose Checkout can still be paid. */
export async function listOpenDonations(
  ctx: Ctx,
  supporterId: string,
): Promise<{ id: string; checkoutId: string }[]> {
  const rows = await ctx.db
    .select({ id: donations.id, checkoutId: donations.checkoutId })
    .from(donations)
    .where(
      and(
        eq(donations.supporterId, supporterId),
        eq(donations.status, 'pending'),
        isNotNull(donations.checkoutId),
      ),
    );
  return rows.flatMap(({ id, checkoutId }) => (checkoutId ? [{ id, checkoutId }] : []));
}

export async function listDonationIds(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: donations.id })
    .from(donations)
    .where(eq(donations.supporterId, supporterId));
  return rows.map(({ id }) => id);
}
