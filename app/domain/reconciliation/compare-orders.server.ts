import { addMs, minutesMs } from '../../kernel/dates.ts';
import { listOpenDonations, readDonationOrder } from '../donations/read-order.server.ts';
import { listOpenMemberships, readMembershipOrder } from '../memberships/read-order.server.ts';
import { listOpenGifts, readGiftOrder } from '../gifts/read-gift.server.ts';
import type { Ctx } from '../ports/context.ts';
import { convergeCheckout } from './converge-object.server.ts';
import type { Comparison, Difference } from './difference.ts';

/** An order that is younger is likely on Stripe's page at this moment. */
const ripeAfterMs = 15 * minutesMs;
const mostAtOnce = 500;

/**
 * Holds orders that are open here against their Checkout: one that was paid or has expired
 * meanwhile is caught up.
 * @throws when Stripe can't be read; what was repaired until then stays
 */
export async function compareOrders(ctx: Ctx, beat: () => Promise<void>): Promise<Comparison> {
  const ripe = { createdBefore: addMs(ctx.clock.now(), -ripeAfterMs), limit: mostAtOnce };
  const differences: Difference[] = [];
  const agreeing: string[] = [];
  const kinds = [
    { list: listOpenDonations, read: readDonationOrder },
    { list: listOpenMemberships, read: readMembershipOrder },
    { list: listOpenGifts, read: readGiftOrder },
  ];
  for (const { list, read } of kinds) {
    for (const { id, checkoutId } of await list(ctx, ripe)) {
      if (!checkoutId) continue;
      const before = await read(ctx, id);
      await convergeCheckout(ctx, checkoutId);
      const after = await read(ctx, id);
      if (before && after && before.status !== after.status) {
        differences.push({
          kind: 'order',
          objectId: checkoutId,
          expected: after.status,
          found: before.status,
          cause: 'behind',
          isRepaired: true,
        });
      } else agreeing.push(checkoutId);
      await beat();
    }
  }
  return {
    compared: differences.length + agreeing.length,
    differences,
    agreeing: agreeing.map((objectId) => ({ kind: 'order', objectId })),
  };
}
