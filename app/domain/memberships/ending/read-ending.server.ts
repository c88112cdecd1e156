import { sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import type { Ctx } from '../../ports/context.ts';
import type { Owed } from '../../ports/payments-endings.ts';
import type { Membership } from '../converge-membership.server.ts';
import { isLive } from '../membership.ts';
import { type EndingView, endingDay, endingOf } from './ending.ts';
import { type Whose, isOf } from './read-live.server.ts';

/**
 * What ending a membership would do, or has done; null when there is none. From our row alone, so
 * that opening a page asks nothing of Stripe; what is true is decided when it is ended.
 * Caller's duty: that the asker may see it.
 */
export async function readEnding(ctx: Ctx, whose: Whose): Promise<EndingView | null> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(sql`${isOf(whose)} and ${memberships.startedAt} is not null`)
    .orderBy(
      sql`${memberships.endedAt} is null desc`,
      sql`${memberships.endedBecause} is not distinct from 'duplicate'`,
      sql`${memberships.startedAt} desc`,
    )
    .limit(1);
  const row = rows[0];
  return row ? toView(row, ctx.clock.now()) : null;
}

function toView(row: Membership, now: Date): EndingView {
  const facts = { ...row, owed: owedBy(row, now) };
  const ending = endingOf(facts, now);
  const isOver = row.endedAt !== null || !isLive(row.status);
  return {
    membershipId: row.id,
    supporterId: row.supporterId,
    state: isOver ? 'ended' : row.cancelAt ? 'ending' : 'going_on',
    endsAt: row.endedAt ?? row.cancelAt ?? endingDay(ending, facts, now),
    endsNow: ending.kind === 'now',
    because: becauseOf(row, ending.kind === 'now'),
    hasChangeWaiting: row.nextChangeAt !== null,
  };
}

/** A renewal that is not charged yet shows in that what was paid for is over. */
function owedBy(row: Membership, now: Date): Owed {
  if (row.status !== 'active') return 'nothing';
  const isFree = row.discountPercent === 100;
  return row.paidUntil && row.paidUntil <= now && !isFree ? 'open' : 'nothing';
}

function becauseOf({ status }: Membership, endsNow: boolean): EndingView['because'] {
  if (status === 'paused') return 'paused';
  if (endsNow) return 'failing';
  return status === 'trialing' ? 'trial' : 'period';
}
