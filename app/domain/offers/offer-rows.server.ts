import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { offers } from '../../db/schema/offers.ts';
import type { Ctx } from '../ports/context.ts';
import type { Offer, OfferGift, OfferKind } from './offer.ts';

export type OfferRow = typeof offers.$inferSelect;

/** @throws when a row breaks the rules that its table checks. */
export function toOffer(row: OfferRow): Offer {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    code: row.code,
    gift: giftOf(row),
    tierSlugs: row.tierSlugs,
    intervals: row.intervals,
    isForNewPatrons: row.isForNewPatrons,
    startsAt: row.startsAt,
    endsAt: endOf(row),
    maxRedemptions: row.maxRedemptions,
  };
}

function giftOf(row: OfferRow): OfferGift {
  const { duration, durationMonths: months, percentOff, amountsOff, trialDays } = row;
  if (trialDays !== null) return { kind: 'trial', days: trialDays };
  if (duration !== null && percentOff !== null)
    return { kind: 'percent', percent: percentOff, duration, months };
  if (duration !== null && amountsOff !== null)
    return { kind: 'amounts', amounts: amountsOff, duration, months };
  throw new Error(`Offer ${row.id} gives nothing`);
}

function endOf({ endsAt, endedAt }: OfferRow): Date | null {
  if (!endsAt || !endedAt) return endsAt ?? endedAt;
  return endedAt < endsAt ? endedAt : endsAt;
}

export async function readOffer(ctx: Ctx, offerId: string): Promise<OfferRow | null> {
  const rows = await ctx.db.select().from(offers).where(eq(offers.id, offerId)).limit(1);
  return rows[0] ?? null;
}

/** By its code, upper case: the latest that ever had it. */
export async function readOfferByCode(ctx: Ctx, code: string): Promise<OfferRow | null> {
  const rows = await ctx.db
    .select()
    .from(offers)
    .where(eq(offers.code, code))
    .orderBy(desc(offers.createdAt))
    .limit(1);
  return rows[0] ?? null;
}

/** Those of these kinds that nobody has ended, the latest first. */
export function listOpenOffers(ctx: Ctx, kinds: readonly OfferKind[]): Promise<OfferRow[]> {
  return ctx.db
    .select()
    .from(offers)
    .where(and(inArray(offers.kind, [...kinds]), isNull(offers.endedAt)))
    .orderBy(desc(offers.createdAt))
    .limit(50);
}
