import { desc } from 'drizzle-orm';
import { offers } from '../../db/schema/offers.ts';
import { countRedeemedOf } from '../memberships/count-redeemed.server.ts';
import type { Ctx } from '../ports/context.ts';
import { type ListedOffer, standingOf } from './offer.ts';
import { toOffer } from './offer-rows.server.ts';
import { countTaken } from './read-retention-offer.server.ts';

/** The latest first. */
export async function listOffers(ctx: Ctx, limit: number): Promise<ListedOffer[]> {
  const rows = await ctx.db.select().from(offers).orderBy(desc(offers.createdAt)).limit(limit);
  const ids = rows.map((row) => row.id);
  const [begun, stayed] = await Promise.all([countRedeemedOf(ctx, ids), countTaken(ctx, ids)]);
  const now = ctx.clock.now();
  return rows.map((row) => {
    const offer = toOffer(row);
    return {
      ...offer,
      standing: standingOf(offer, now),
      isReady: row.duration === null || row.executors !== null,
      taken: begun.get(row.id) ?? stayed.get(row.id) ?? 0,
    };
  });
}
