import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { type Gift, lockGift } from './gift-row.server.ts';
import { giftStanding } from './gift.ts';

const batch = 200;

/** Sends the gifts whose day has come, each once. One that was paid back meanwhile stays here. */
export async function deliverGifts(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  for (;;) {
    const due = await ctx.db
      .select({ id: gifts.id })
      .from(gifts)
      .where(
        and(
          eq(gifts.status, 'paid'),
          eq(gifts.delivery, 'mail'),
          isNull(gifts.deliveredAt),
          lte(gifts.deliverAt, now),
          isNull(gifts.claimedAt),
          sql`${gifts.returnedMinor} < ${gifts.amountMinor}`,
        ),
      )
      .orderBy(asc(gifts.deliverAt))
      .limit(batch);
    for (const { id } of due) await deliverGift(ctx, id);
    if (due.length < batch) return;
  }
}

async function deliverGift(ctx: Ctx, giftId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const gift = await lockGift(tx, giftId);
    if (gift) await deliverNow(tx, gift);
  });
}

/** Delivers a gift by mail when its day has come; otherwise does nothing. Caller's duty: the lock. */
export async function deliverNow(tx: Ctx, gift: Gift): Promise<void> {
  const now = tx.clock.now();
  if (giftStanding(gift, now) !== 'waiting') return;
  if (!gift.deliverAt || gift.deliverAt > now) return;
  await tx.db.update(gifts).set({ deliveredAt: now }).where(eq(gifts.id, gift.id));
  await queueDelivery(tx, gift, gift.id);
}

/** @param subjectId the gift's row; with an instant after it when it is sent once more */
export async function queueDelivery(tx: Ctx, gift: Gift, subjectId: string): Promise<void> {
  if (!gift.recipientEmail) return;
  await tx.mail.queue(tx.db, {
    template: 'gift-delivery',
    subjectId,
    recipient: gift.recipientEmail,
    locale: gift.locale === 'uk' ? 'uk' : 'en',
  });
}
