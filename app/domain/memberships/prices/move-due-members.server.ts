import { and, asc, eq, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { priceMigrationMembers, priceMigrations } from '../../../db/schema/prices.ts';
import { addDays, addMs, hoursMs } from '../../../kernel/dates.ts';
import type { Ctx } from '../../ports/context.ts';
import { readFactsNow, takeOver } from '../changes/current-facts.server.ts';
import { type LeaveReason, moveOf } from './price-change.ts';

const batchSize = 100;
/** As many tries, hours or a day apart; then a person has to look. */
const triesAllowed = 40;

type Outcome =
  | { status: 'moved' }
  | { status: 'left'; problem: LeaveReason }
  | { status: 'later'; problem: string; until: Date }
  | { status: 'failed'; problem: string };

/**
 * Moves those whose notice is over: from their next period on Stripe charges the new minimum, as a
 * price of its own, and nothing for the period that runs. Each is moved once, however often this
 * runs: the idempotency key is the migration's and the membership's, and what waits at Stripe
 * already is not asked for again.
 */
export async function moveDueMembers(ctx: Ctx): Promise<void> {
  for (;;) {
    const due = await listDue(ctx);
    for (const member of due) await settle(ctx, member, await move(ctx, member));
    if (due.length < batchSize) return;
  }
}

type Due = Awaited<ReturnType<typeof listDue>>[number];

function listDue(ctx: Ctx) {
  const now = ctx.clock.now().toISOString();
  return ctx.db
    .select({
      migrationId: priceMigrationMembers.migrationId,
      membershipId: priceMigrationMembers.membershipId,
      fromMinor: priceMigrationMembers.fromMinor,
      toMinor: priceMigrationMembers.toMinor,
      interval: priceMigrationMembers.interval,
      tries: priceMigrationMembers.tries,
      tierId: priceMigrations.tierId,
      feeCoverMinor: memberships.feeCoverMinor,
      subscriptionId: memberships.stripeSubscriptionId,
    })
    .from(priceMigrationMembers)
    .innerJoin(priceMigrations, eq(priceMigrations.id, priceMigrationMembers.migrationId))
    .innerJoin(memberships, eq(memberships.id, priceMigrationMembers.membershipId))
    .where(
      and(
        sql`${priceMigrationMembers.status} = 'told'`,
        sql`${priceMigrationMembers.dueAt} <= ${now}`,
      ),
    )
    .orderBy(asc(priceMigrationMembers.dueAt), asc(priceMigrationMembers.membershipId))
    .limit(batchSize);
}

async function move(ctx: Ctx, member: Due): Promise<Outcome> {
  const now = ctx.clock.now();
  const soon = addMs(now, hoursMs);
  if (!member.subscriptionId) return { status: 'left', problem: 'ended' };
  const read = await readFactsNow(ctx, member.subscriptionId);
  if (!read.ok) return { status: 'later', problem: read.reason, until: soon };
  const facts = read.value;
  const wanted = moveOf(member, facts);
  if (wanted.kind === 'moved') return { status: 'moved' };
  if (wanted.kind === 'leave') return { status: 'left', problem: wanted.because };
  if (wanted.kind === 'later')
    return { status: 'later', problem: wanted.because, until: addDays(now, 1) };
  const { total: amount, feeCoverMinor } = wanted;
  const moved = await ctx.payments.changeAtPeriodEnd(
    member.subscriptionId,
    { tierId: member.tierId, amount, feeCoverMinor, interval: member.interval },
    `price:${member.migrationId}:${member.membershipId}:${facts.scheduleId ?? 'new'}`,
  );
  if (moved.ok) {
    await takeOver(ctx, moved.value);
    return { status: 'moved' };
  }
  return moved.reason === 'try_later'
    ? { status: 'later', problem: 'payments_unavailable', until: soon }
    : { status: 'failed', problem: moved.reason };
}

async function settle(ctx: Ctx, member: Due, outcome: Outcome): Promise<void> {
  const isOver = outcome.status === 'later' && member.tries + 1 >= triesAllowed;
  await ctx.db
    .update(priceMigrationMembers)
    .set({
      tries: member.tries + 1,
      ...(outcome.status === 'later' && !isOver
        ? { problem: outcome.problem, dueAt: outcome.until }
        : {
            status: outcome.status === 'later' ? ('failed' as const) : outcome.status,
            problem: outcome.status === 'moved' ? null : outcome.problem,
            settledAt: ctx.clock.now(),
          }),
    })
    .where(
      and(
        eq(priceMigrationMembers.migrationId, member.migrationId),
        eq(priceMigrationMembers.membershipId, member.membershipId),
      ),
    );
}
