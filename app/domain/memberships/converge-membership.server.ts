import { eq, sql } from 'drizzle-orm';
import { membershipChanges, memberships } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';
import { collectionColumns } from './collection/collection-columns.ts';
import { tellPaymentTrouble } from './collection/tell-payment-trouble.server.ts';
import { recurringAmount } from './discount.ts';
import { tellEnding } from './ending/tell-ending.server.ts';
import { type MembershipStatus, earnsRevenue, isLive, monthlyMinor } from './membership.ts';
import { notePriceMoveLeft } from './prices/note-price-move-left.server.ts';
import { settleStaffActs } from './staff-acts/settle-staff-acts.server.ts';
import { tellOfTerms } from './tell-of-terms.server.ts';
import { termsColumns } from './terms-columns.server.ts';

export type Membership = typeof memberships.$inferSelect;
type ChangeKind = (typeof membershipChanges.$inferInsert)['kind'];

/** The lock under which a membership changes; it ends with the transaction. */
export async function lockMembership(
  ctx: Ctx,
  membershipId: string,
): Promise<Membership | undefined> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${membershipId}, 3))`);
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  return rows[0];
}

/** Collisions follow from real changes at Stripe, so a few are plenty. */
const readingsAllowed = 6;

/**
 * Reads from Stripe and writes what was read, never an older reading over a newer one: when another
 * one has changed the row meanwhile, reads again. No lock is held while Stripe is asked.
 * Null: there is no such membership.
 * @param write runs in a transaction, under the lock, and calls {@link convergeMembership}
 * @throws when Stripe can't be read; then nothing has changed
 */
export async function convergeLatest<Facts, Value>(
  ctx: Ctx,
  membershipId: string,
  read: () => Promise<Facts>,
  write: (tx: Ctx, before: Membership, facts: Facts) => Promise<Value>,
): Promise<Value | null> {
  for (let reading = 0; reading < readingsAllowed; reading += 1) {
    const known = await readRevision(ctx, membershipId);
    if (known === null) return null;
    const facts = await read();
    const written = await inTransaction(ctx, async (tx) => {
      const before = await lockMembership(tx, membershipId);
      if (before?.revision !== known) return null;
      return { value: await write(tx, before, facts) };
    });
    if (written) return written.value;
  }
  throw new Error(`Membership ${membershipId} changes faster than it can be read`);
}

async function readRevision(ctx: Ctx, membershipId: string): Promise<number | null> {
  const rows = await ctx.db
    .select({ revision: memberships.revision })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  return rows[0]?.revision ?? null;
}

/**
 * Makes our row say what the subscription says, and notes what changed. The same facts twice
 * change nothing. Caller's duty: the transaction and the row that {@link convergeLatest} gives.
 */
export async function convergeMembership(
  ctx: Ctx,
  before: Membership,
  facts: SubscriptionFacts,
): Promise<Membership> {
  const now = ctx.clock.now();
  const isFailing = facts.status === 'past_due' || facts.status === 'unpaid';
  const hasStarted = isLive(facts.status) || facts.status === 'canceled';
  const said = {
    status: facts.status,
    stripeSubscriptionId: facts.subscriptionId,
    stripeCustomerId: facts.customerId,
    ...(await termsColumns(ctx, before, facts)),
    interval: facts.interval,
    pausedUntil: facts.pausedUntil,
    ...collectionColumns(facts.collection),
    stripeScheduleId: facts.scheduleId,
    discountPercent: facts.discount?.percent ?? null,
    discountMinor: facts.discount?.amountMinor ?? null,
    discountUntil: facts.discount?.until ?? null,
    discountDuration: facts.discount?.duration ?? null,
    currentPeriodStart: facts.currentPeriodStart,
    currentPeriodEnd: facts.currentPeriodEnd,
    cancelAt: facts.cancelAt,
    cancelRequestedAt: facts.cancelAt ? (before.cancelRequestedAt ?? now) : null,
    pastDueSince: isFailing ? (before.pastDueSince ?? now) : null,
    startedAt: before.startedAt ?? (hasStarted ? facts.startedAt : null),
    endedAt: facts.endedAt,
    endedBecause: facts.endedAt ? (before.endedBecause ?? facts.endedBecause) : null,
    checkoutUrl: null,
  };
  const updated = await ctx.db
    .update(memberships)
    .set({ ...said, revision: before.revision + (isSaid(before, said) ? 0 : 1) })
    .where(eq(memberships.id, before.id))
    .returning();
  const after = updated[0];
  if (!after) throw new Error(`Membership ${before.id} has gone`);
  await noteChanges(ctx, before, after, now);
  await settleStaffActs(ctx, before, after);
  await notePriceMoveLeft(ctx, before, after);
  await tellPaymentTrouble(ctx, before, after);
  await tellEnding(ctx, before, after);
  await tellOfTerms(ctx, before, after);
  return after;
}

function isSaid(row: Membership, said: Partial<Membership>): boolean {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return Object.entries(said).every(
    ([column, value]) => plain(row[column as keyof Membership]) === plain(value), // its own keys
  );
}

async function noteChanges(
  ctx: Ctx,
  before: Membership,
  after: Membership,
  now: Date,
): Promise<void> {
  const changes: { kind: ChangeKind; at: Date }[] = [];
  if (!before.startedAt && after.startedAt) changes.push({ kind: 'started', at: after.startedAt });
  else if (before.startedAt && monthlyOf(before) !== monthlyOf(after) && !after.endedAt) {
    changes.push({ kind: 'amount_changed', at: now });
  }
  if (!before.pastDueSince && after.pastDueSince) changes.push({ kind: 'payment_failed', at: now });
  if (before.pastDueSince && !after.pastDueSince && !after.endedAt)
    changes.push({ kind: 'recovered', at: now });
  if (!before.cancelAt && after.cancelAt) changes.push({ kind: 'cancel_scheduled', at: now });
  if (before.cancelAt && !after.cancelAt && !after.endedAt)
    changes.push({ kind: 'cancel_undone', at: now });
  if (!before.endedAt && after.endedAt && after.startedAt)
    changes.push({ kind: 'ended', at: after.endedAt });
  if (changes.length === 0) return;
  await ctx.db
    .insert(membershipChanges)
    .values(
      changes.map(({ kind, at }) => ({
        id: newId(),
        membershipId: after.id,
        at,
        kind,
        ...movementOf(kind, monthlyOf(before), monthlyOf(after)),
        currency: after.currency,
      })),
    )
    .onConflictDoNothing({
      target: [membershipChanges.membershipId, membershipChanges.kind, membershipChanges.at],
    });
}

/** Only what changes recurring revenue says from what to what, so that summing the table counts each change once. */
function movementOf(kind: ChangeKind, from: number, to: number) {
  if (kind === 'started') return { fromMonthlyMinor: 0, toMonthlyMinor: to };
  if (kind === 'ended') return { fromMonthlyMinor: from, toMonthlyMinor: 0 };
  if (kind === 'amount_changed') return { fromMonthlyMinor: from, toMonthlyMinor: to };
  return { fromMonthlyMinor: to, toMonthlyMinor: to };
}

function monthlyOf(row: Membership): number {
  const status: MembershipStatus = row.status;
  if (!earnsRevenue(status)) return 0;
  const { amountMinor } = recurringAmount(
    money(row.amountMinor, row.currency),
    row,
    row.currentPeriodStart,
  );
  return monthlyMinor(amountMinor, row.interval);
}
