import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { membershipChanges, memberships, tiers } from '../../db/schema/memberships.ts';
import { staffActs } from '../../db/schema/staff-acts.ts';
import type { Ctx } from '../ports/context.ts';
import { lockMembership } from './converge-membership.server.ts';
import { liveStatuses } from './membership.ts';

/** A person's memberships, each with what happened to it. Caller's duty: that the asker is the person. */
export async function exportMemberships(ctx: Ctx, supporterId: string) {
  const rows = await ctx.db
    .select({ membership: memberships, tier: tiers.slug })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(eq(memberships.supporterId, supporterId))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
  const ids = rows.map(({ membership }) => membership.id);
  const changes = await ctx.db
    .select()
    .from(membershipChanges)
    .where(inArray(membershipChanges.membershipId, ids))
    .orderBy(asc(membershipChanges.at), asc(membershipChanges.id));
  return rows.map(({ membership, tier }) => {
    const told = Object.fromEntries(
      Object.entries(membership).filter(([column]) => !ourOwn.includes(column)),
    );
    return {
      ...told,
      id: membership.id,
      tier,
      changes: changes
        .filter(({ membershipId }) => membershipId === membership.id)
        .map(({ at, kind, fromMonthlyMinor, toMonthlyMinor, currency }) => ({
          ...{ at, kind, fromMonthlyMinor, toMonthlyMinor, currency },
        })),
    };
  });
}

/** Columns that say nothing about the person: links between our rows, and hashes that keep a browser apart. */
const ourOwn: readonly string[] = [
  'supporterId',
  'madeSupporter',
  'tierId',
  'nextTierId',
  'revision',
  'attemptKey',
  'browserHash',
  'checkoutUrl',
] satisfies (keyof typeof memberships.$inferSelect)[];

/**
 * Takes out what names the person. Of why they left stays the code that can be counted, not their
 * own words. Amounts, dates, country and what brought the membership stay: they are the books.
 */
export async function eraseMemberships(tx: Ctx, supporterId: string): Promise<void> {
  await tx.db
    .update(memberships)
    .set({
      ...{ displayName: null, note: null, isAnonymous: true, isAmountShown: false },
      ...{ browserHash: null, attemptKey: null, returnTo: null, checkoutUrl: null },
      ...{ cardBrand: null, cardLast4: null, cardExpMonth: null, cardExpYear: null },
      ...{ utmContent: null, utmTerm: null },
      // "coverage: too much sport" becomes "coverage".
      cancelReason: sql`nullif(split_part(${memberships.cancelReason}, ':', 1), '')`,
    })
    .where(eq(memberships.supporterId, supporterId));
  // Why the staff acted, as long as it is not in the log yet; and where from, if this was one of them.
  await tx.db
    .update(staffActs)
    .set({ reason: '' })
    .where(inArray(staffActs.membershipId, await listMembershipIds(tx, supporterId)));
  await tx.db
    .update(staffActs)
    .set({ address: null, userAgent: null })
    .where(eq(staffActs.actorId, supporterId));
}

export async function moveMemberships(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db
    .update(memberships)
    .set({ supporterId: toId, madeSupporter: false })
    .where(eq(memberships.supporterId, fromId));
}

/** Holds every membership of these people still until the transaction ends, in one order for everybody. */
export async function lockMembershipsOf(tx: Ctx, supporterIds: readonly string[]): Promise<void> {
  const rows = await tx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(inArray(memberships.supporterId, [...supporterIds]))
    .orderBy(asc(memberships.id));
  for (const { id } of rows) await lockMembership(tx, id);
}

/**
 * The lock under which somebody's memberships in force are counted. The last one to take, after
 * those of the memberships and of the people's rows.
 */
export async function lockPatrons(tx: Ctx, supporterIds: readonly string[]): Promise<void> {
  for (const id of [...supporterIds].sort()) {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 5))`);
  }
}

export async function countMemberships(
  ctx: Ctx,
  supporterId: string,
): Promise<{ all: number; inForce: number }> {
  const rows = await ctx.db
    .select({
      all: count(),
      inForce: sql<string>`count(*) filter (where ${inArray(memberships.status, [...liveStatuses])})`,
    })
    .from(memberships)
    .where(and(eq(memberships.supporterId, supporterId), isNotNull(memberships.startedAt)));
  return { all: rows[0]?.all ?? 0, inForce: Number(rows[0]?.inForce ?? 0) };
}

/** What of a person is still charged, or could begin to be: a subscription, or a Checkout that is open. */
export async function listUnended(
  ctx: Ctx,
  supporterId: string,
): Promise<{ id: string; subscriptionId: string | null; checkoutId: string | null }[]> {
  const rows = await ctx.db
    .select({
      id: memberships.id,
      subscriptionId: memberships.stripeSubscriptionId,
      checkoutId: memberships.checkoutId,
      status: memberships.status,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.supporterId, supporterId),
        isNull(memberships.endedAt),
        inArray(memberships.status, [...liveStatuses, 'incomplete', 'pending']),
      ),
    );
  return rows.map(({ status, checkoutId, ...row }) => ({
    ...row,
    checkoutId: status === 'pending' ? checkoutId : null,
  }));
}

export async function listMembershipIds(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.supporterId, supporterId));
  return rows.map(({ id }) => id);
}
