import { and, eq, inArray } from 'drizzle-orm';
import { memberships, tiers } from '../../../db/schema/memberships.ts';
import { money } from '../../../kernel/money.ts';
import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { isLive, liveStatuses } from '../membership.ts';
import type { Collection, CollectionState } from './collection.ts';
import { closesAt } from './dunning.ts';

type Membership = typeof memberships.$inferSelect;
type Tier = typeof tiers.$inferSelect;

/** How the membership in force of a supporter is paid; null when none is. Caller's duty: that the asker may see it. */
export function readCollectionOf(ctx: Ctx, supporterId: string): Promise<Collection | null> {
  return readWhere(
    ctx,
    and(eq(memberships.supporterId, supporterId), inArray(memberships.status, [...liveStatuses])),
  );
}

/** How a membership is paid, also one that has ended; null when it never began. Caller's duty: that the asker may see it. */
export function readCollection(ctx: Ctx, membershipId: string): Promise<Collection | null> {
  return readWhere(ctx, eq(memberships.id, membershipId));
}

async function readWhere(ctx: Ctx, where: ReturnType<typeof and>): Promise<Collection | null> {
  const rows = await ctx.db
    .select({ membership: memberships, tier: tiers })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(where)
    .limit(1);
  const row = rows[0];
  if (!row?.membership.startedAt) return null;
  const { graceDays } = await readNewsroom(ctx);
  return toCollection(row.membership, row.tier, { graceDays, now: ctx.clock.now() });
}

function toCollection(
  row: Membership,
  tier: Tier,
  { graceDays, now }: { readonly graceDays: number; readonly now: Date },
): Collection {
  const closes =
    row.pastDueSince && tier.perks.includes('extras')
      ? closesAt(row.pastDueSince, graceDays)
      : null;
  return {
    membershipId: row.id,
    supporterId: row.supporterId,
    state: stateOf(row),
    tierName: tier.name,
    interval: row.interval,
    amount: money(row.openAmountMinor ?? row.amountMinor, row.currency),
    card: row.cardBrand
      ? {
          brand: row.cardBrand,
          last4: row.cardLast4,
          expMonth: row.cardExpMonth,
          expYear: row.cardExpYear,
        }
      : null,
    openInvoiceId: row.openInvoiceId,
    nextAttemptAt: row.nextAttemptAt,
    pastDueSince: row.pastDueSince,
    closesAt: closes,
    isClosed: closes !== null && closes <= now,
    nextChargeAt: row.cancelAt ? null : (row.pausedUntil ?? row.currentPeriodEnd),
    endedBecause: row.endedBecause,
    endedAt: row.endedAt,
  };
}

function stateOf({ status, endedAt, paymentTrouble, pastDueSince }: Membership): CollectionState {
  if (endedAt || !isLive(status)) return 'ended';
  return paymentTrouble ?? (pastDueSince ? 'waiting' : 'well');
}
