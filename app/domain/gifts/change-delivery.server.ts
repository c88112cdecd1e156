import { eq } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { minutesMs } from '../../kernel/dates.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { lockGift } from './gift-row.server.ts';
import { queueDelivery } from './deliver-gifts.server.ts';
import { type GiftDelivery, giftStanding } from './gift.ts';

export type DeliveryFailure = 'not_yours' | 'too_late';

/**
 * Corrects how a gift reaches its recipient, until it is claimed. A gift by mail that went out
 * already goes out once more, at most once a minute, to the address that is given now.
 */
export async function changeDelivery(
  ctx: Ctx,
  input: {
    readonly giftId: string;
    readonly supporterId: string;
    readonly delivery: GiftDelivery;
    /** For a gift by mail. */
    readonly recipientEmail: string | null;
    /** From which instant on it goes out; null = now. */
    readonly deliverAt: Date | null;
  },
): Promise<Result<{ isSentNow: boolean }, DeliveryFailure>> {
  return inTransaction(ctx, async (tx) => {
    const gift = await lockGift(tx, input.giftId);
    if (!gift || gift.supporterId !== input.supporterId) return fail('not_yours');
    const now = tx.clock.now();
    const standing = giftStanding(gift, now);
    if (standing !== 'waiting' && standing !== 'delivered') return fail('too_late');
    if (input.delivery === 'card') {
      await tx.db
        .update(gifts)
        .set({ delivery: 'card', recipientEmail: null, deliverAt: null, deliveredAt: null })
        .where(eq(gifts.id, gift.id));
      return ok({ isSentNow: false });
    }
    const deliverAt = input.deliverAt ?? now;
    const isSentNow = deliverAt <= now;
    const changed = await tx.db
      .update(gifts)
      .set({
        ...{ delivery: 'mail', recipientEmail: input.recipientEmail, deliverAt },
        deliveredAt: isSentNow ? now : null,
      })
      .where(eq(gifts.id, gift.id))
      .returning();
    if (isSentNow && changed[0]) {
      const minute = Math.floor(now.getTime() / minutesMs);
      await queueDelivery(tx, changed[0], `${gift.id}@${minute}`);
    }
    return ok({ isSentNow });
  });
}
