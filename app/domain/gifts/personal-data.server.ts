import { and, asc, count, eq, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import type { Ctx } from '../ports/context.ts';

/** The gifts that a person gave or was given. Of one that was given to them, the giver's address is somebody else's. */
export async function exportGifts(ctx: Ctx, supporterId: string) {
  const rows = await ctx.db
    .select()
    .from(gifts)
    .where(or(eq(gifts.supporterId, supporterId), eq(gifts.claimedById, supporterId)))
    .orderBy(asc(gifts.createdAt), asc(gifts.id));
  return rows.map((row) => {
    const isGiver = row.supporterId === supporterId;
    return {
      id: row.id,
      role: isGiver ? ('giver' as const) : ('recipient' as const),
      tierId: row.tierId,
      months: row.months,
      fromName: row.fromName,
      toName: row.toName,
      message: row.message,
      claimedAt: row.claimedAt,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      ...(isGiver
        ? {
            status: row.status,
            stripeCustomerId: row.stripeCustomerId,
            paymentIntentId: row.paymentIntentId,
            amountMinor: row.amountMinor,
            currency: row.currency,
            returnedMinor: row.returnedMinor,
            delivery: row.delivery,
            recipientEmail: row.recipientEmail,
            deliverAt: row.deliverAt,
            deliveredAt: row.deliveredAt,
            claimableUntil: row.claimableUntil,
            locale: row.locale,
            country: row.country,
            articleId: row.articleId,
            askId: row.askId,
            campaignId: row.campaignId,
            referrerHost: row.referrerHost,
            createdAt: row.createdAt,
            paidAt: row.paidAt,
          }
        : {}),
    };
  });
}

/**
 * Takes out what names the person: as a giver, their name, words and browser; as a recipient, their
 * name and address. A gift of theirs that is still to be mailed keeps the other one's name and
 * address until it has been. Amounts, days and the country stay: they are the books.
 */
export async function eraseGifts(
  tx: Ctx,
  {
    supporterId,
    addresses,
  }: { readonly supporterId: string; readonly addresses: readonly string[] },
): Promise<void> {
  await tx.db
    .update(gifts)
    .set({
      ...{ fromName: '', message: null },
      ...{ browserHash: null, attemptKey: null, returnTo: null, checkoutUrl: null },
      ...{ utmContent: null, utmTerm: null },
    })
    .where(eq(gifts.supporterId, supporterId));
  const isToBeMailed = and(
    eq(gifts.delivery, 'mail'),
    eq(gifts.status, 'paid'),
    isNull(gifts.deliveredAt),
    isNull(gifts.claimedAt),
  );
  await tx.db
    .update(gifts)
    .set({ toName: '', recipientEmail: '', message: null })
    .where(
      or(
        and(eq(gifts.supporterId, supporterId), not(isToBeMailed ?? sql`false`)),
        eq(gifts.claimedById, supporterId),
        addresses.length > 0 ? inArray(gifts.recipientEmail, [...addresses]) : undefined,
      ),
    );
}

export async function moveGifts(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db
    .update(gifts)
    // The browser that began one may not be signed in by it any more: it is another account's now.
    .set({ supporterId: toId, madeSupporter: false })
    .where(eq(gifts.supporterId, fromId));
  await tx.db.update(gifts).set({ claimedById: toId }).where(eq(gifts.claimedById, fromId));
}

/** How many a person gave, and how many they claimed. */
export async function countGifts(ctx: Ctx, supporterId: string): Promise<number> {
  const rows = await ctx.db
    .select({ count: count() })
    .from(gifts)
    .where(
      or(
        and(eq(gifts.supporterId, supporterId), isNotNull(gifts.paidAt)),
        eq(gifts.claimedById, supporterId),
      ),
    );
  return rows[0]?.count ?? 0;
}

/** The payment pages of a person's gifts that are open at Stripe. */
export async function listOpenGiftCheckouts(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ checkoutId: gifts.checkoutId })
    .from(gifts)
    .where(
      and(
        eq(gifts.supporterId, supporterId),
        eq(gifts.status, 'pending'),
        isNotNull(gifts.checkoutId),
      ),
    );
  return rows.flatMap(({ checkoutId }) => (checkoutId ? [checkoutId] : []));
}
