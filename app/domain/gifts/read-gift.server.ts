import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { money } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { OrderStatus, OrderView } from '../donations/order.ts';
import { listTierNames } from '../memberships/list-tier-names.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import type { Gift } from './gift-row.server.ts';
import { type GiftDelivery, type GiftMonths, type GiftStanding, giftStanding } from './gift.ts';
import { giftCodeHash } from './gift-code.ts';
import { monthsOf } from './claim-gift.server.ts';

/** A gift as its giver sees it, and as the card and the mails say it. */
export interface GiftView {
  readonly id: string;
  readonly standing: GiftStanding;
  readonly giverId: string | null;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly months: GiftMonths;
  readonly amount: Money;
  readonly locale: 'en' | 'uk';
  readonly fromName: string;
  readonly toName: string;
  readonly message: string | null;
  readonly delivery: GiftDelivery;
  readonly recipientEmail: string | null;
  readonly deliverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly paidAt: Date | null;
  readonly claimableUntil: Date | null;
  readonly claimedById: string | null;
  readonly claimedAt: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly extendsMembership: boolean;
  readonly browserHash: string | null;
}

/** Null: there is none. Caller's duty: whom to show it to. */
export async function readGift(ctx: Ctx, giftId: string): Promise<GiftView | null> {
  const rows = await ctx.db.select().from(gifts).where(eq(gifts.id, giftId)).limit(1);
  return (await toViews(ctx, rows))[0] ?? null;
}

/** The gift whose card has this code. Whoever has the code may see what the card says. */
export async function readGiftByCode(ctx: Ctx, code: string): Promise<GiftView | null> {
  const rows = await ctx.db
    .select()
    .from(gifts)
    .where(eq(gifts.codeHash, giftCodeHash(code)))
    .limit(1);
  return (await toViews(ctx, rows))[0] ?? null;
}

/** What a supporter has given, the latest first; only what was paid. */
export async function listBoughtGifts(ctx: Ctx, supporterId: string): Promise<GiftView[]> {
  const rows = await ctx.db
    .select()
    .from(gifts)
    .where(and(eq(gifts.supporterId, supporterId), isNotNull(gifts.paidAt)))
    .orderBy(desc(gifts.createdAt), desc(gifts.id))
    .limit(100);
  return toViews(ctx, rows);
}

/** What a supporter was given and has claimed, the latest first. */
export async function listReceivedGifts(ctx: Ctx, supporterId: string): Promise<GiftView[]> {
  const rows = await ctx.db
    .select()
    .from(gifts)
    .where(eq(gifts.claimedById, supporterId))
    .orderBy(desc(gifts.claimedAt))
    .limit(100);
  return toViews(ctx, rows);
}

async function toViews(ctx: Ctx, rows: readonly Gift[]): Promise<GiftView[]> {
  if (rows.length === 0) return [];
  const tiers = await listTierNames(ctx);
  const now = ctx.clock.now();
  return rows.map((row) => ({
    id: row.id,
    standing: giftStanding(row, now),
    giverId: row.supporterId,
    tierName: tiers.get(row.tierId)?.name ?? { en: '', uk: '' },
    months: monthsOf(row),
    amount: money(row.amountMinor, row.currency),
    locale: row.locale === 'uk' ? 'uk' : 'en',
    fromName: row.fromName,
    toName: row.toName,
    message: row.message,
    delivery: row.delivery,
    recipientEmail: row.recipientEmail,
    deliverAt: row.deliverAt,
    deliveredAt: row.deliveredAt,
    paidAt: row.paidAt,
    claimableUntil: row.claimableUntil,
    claimedById: row.claimedById,
    claimedAt: row.claimedAt,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    extendsMembership: row.extendedMembershipId !== null,
    browserHash: row.browserHash,
  }));
}

const statuses: Record<Gift['status'], OrderStatus> = {
  pending: 'open',
  processing: 'processing',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
};

/** A gift as the pages after Checkout show it, or null. Caller's duty: whom to show it to. */
export async function readGiftOrder(ctx: Ctx, id: string): Promise<OrderView | null> {
  const rows = await ctx.db.select().from(gifts).where(eq(gifts.id, id)).limit(1);
  const row = rows[0];
  if (!row) return null;
  return {
    kind: 'gift',
    id: row.id,
    status: statuses[row.status],
    amount: money(row.amountMinor, row.currency),
    feeCover: money(0, row.currency),
    interval: null,
    tierName: (await listTierNames(ctx)).get(row.tierId)?.name ?? null,
    browserHash: row.browserHash,
    supporterId: row.supporterId,
    email: row.supporterId ? await readSupporterEmail(ctx, row.supporterId) : null,
    supporterCreatedByThisOrder: row.madeSupporter,
    checkoutUrl: row.status === 'pending' ? row.checkoutUrl : null,
    returnTo: row.returnTo,
    articleId: row.articleId,
    failureCode: row.failureCode,
    isAnonymous: false,
    createdAt: row.createdAt,
    wasDuplicate: false,
  };
}

/** Orders whose Checkout was open when last heard of, the oldest first. */
export function listOpenGifts(
  ctx: Ctx,
  input: { createdBefore: Date; limit: number },
): Promise<{ id: string; checkoutId: string | null; status: string }[]> {
  return ctx.db
    .select({ id: gifts.id, checkoutId: gifts.checkoutId, status: gifts.status })
    .from(gifts)
    .where(
      and(
        inArray(gifts.status, ['pending', 'processing']),
        isNotNull(gifts.checkoutId),
        lt(gifts.createdAt, input.createdBefore),
      ),
    )
    .orderBy(asc(gifts.createdAt))
    .limit(input.limit);
}
