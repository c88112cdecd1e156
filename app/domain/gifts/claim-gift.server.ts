import { eq } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { readMembership } from '../memberships/read-membership.server.ts';
import type { MembershipView } from '../memberships/membership.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { readSupporter } from '../supporters/read-supporter.server.ts';
import { type Gift, lockGift } from './gift-row.server.ts';
import { extendMembership } from './extend-membership.server.ts';
import { type GiftMonths, giftDates, giftMonths, giftStanding } from './gift.ts';
import { addMonths } from '../../kernel/dates.ts';
import { giftCodeHash } from './gift-code.ts';

export type ClaimFailure =
  | 'unknown'
  | 'not_paid'
  | 'returned'
  | 'lapsed'
  | 'already_claimed'
  /** A patron can only add it to a membership that goes on as it is. */
  | 'membership_in_the_way';

export interface ClaimedGift {
  readonly giftId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** True when it moved the next charge of a membership instead of opening by itself. */
  readonly extendsMembership: boolean;
}

/**
 * Makes a gift its recipient's: from now on it opens, or a patron's next charge is that much later.
 * Of several claims at once one is made; claiming again what one has claimed answers the same.
 * Caller's duty: that the supporter's address is proven.
 */
export async function claimGift(
  ctx: Ctx,
  input: { readonly code: string; readonly supporterId: string },
): Promise<Result<ClaimedGift, ClaimFailure>> {
  const rows = await ctx.db
    .select({ id: gifts.id })
    .from(gifts)
    .where(eq(gifts.codeHash, giftCodeHash(input.code)))
    .limit(1);
  const giftId = rows[0]?.id;
  if (!giftId) return fail('unknown');
  const claimed = await inTransaction(ctx, async (tx) => {
    const gift = await lockGift(tx, giftId);
    if (!gift) return fail('unknown');
    const { supporterId } = await holdSupporter(tx, input.supporterId);
    if (gift.claimedById === supporterId) {
      const known = claimOf(gift);
      return known ? ok(known) : fail('already_claimed');
    }
    const refused = refusalOf(gift, ctx.clock.now());
    if (refused) return fail(refused);
    const membership = await readMembership(tx, supporterId);
    const live = membership?.endedAt === null ? membership : null;
    if (live && !canExtend(live)) return fail('membership_in_the_way');
    return ok(await writeClaim(tx, gift, supporterId, live));
  });
  // The job that was enqueued with the claim does the same when this process ends here.
  if (claimed.ok && claimed.value.extendsMembership) await extendMembership(ctx, giftId);
  return claimed;
}

function refusalOf(gift: Gift, now: Date): ClaimFailure | null {
  switch (giftStanding(gift, now)) {
    case 'unpaid':
      return 'not_paid';
    case 'returned':
      return 'returned';
    case 'lapsed':
      return 'lapsed';
    case 'claimed':
    case 'over':
      return 'already_claimed';
    case 'waiting':
    case 'delivered':
      return null;
  }
}

/** Whose charge Stripe can move: nothing is failing, ending, paused or about to change. */
export function canExtend({ status, cancelAt, next }: MembershipView): boolean {
  return (status === 'active' || status === 'trialing') && !cancelAt && !next;
}

async function writeClaim(
  tx: Ctx,
  gift: Gift,
  supporterId: string,
  membership: MembershipView | null,
): Promise<ClaimedGift> {
  const now = tx.clock.now();
  const months = monthsOf(gift);
  const from = membership?.currentPeriodEnd ?? now;
  const dates = membership
    ? { startsAt: from, endsAt: addMonths(from, months) }
    : giftDates(now, months);
  await tx.db
    .update(gifts)
    .set({
      ...{ claimedById: supporterId, claimedAt: now, ...dates },
      extendedMembershipId: membership?.id ?? null,
    })
    .where(eq(gifts.id, gift.id));
  if (membership) {
    await tx.jobs.enqueue(tx.db, 'extend-membership', { giftId: gift.id });
  }
  const giver = gift.supporterId ? await readSupporter(tx, gift.supporterId) : null;
  if (giver && giver.id !== supporterId) {
    await tx.mail.queue(tx.db, {
      ...{ template: 'gift-claimed', subjectId: gift.id },
      ...{ recipient: giver.email, locale: giver.locale },
    });
  }
  return { giftId: gift.id, ...dates, extendsMembership: membership !== null };
}

function claimOf(gift: Gift): ClaimedGift | null {
  const { startsAt, endsAt, extendedMembershipId } = gift;
  if (!startsAt || !endsAt) return null;
  return { giftId: gift.id, startsAt, endsAt, extendsMembership: extendedMembershipId !== null };
}

/** @throws when the row says another number of months than the database's own check allows */
export function monthsOf({ id, months }: Pick<Gift, 'id' | 'months'>): GiftMonths {
  const known = giftMonths.find((one) => one === months);
  if (!known) throw new Error(`Gift ${id} is for ${months} months`);
  return known;
}
