import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import {
  auditEntries,
  emailChanges,
  sessions,
  signInRequests,
  staffRoles,
  stripeCustomers,
  supporters,
} from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import { addressWithout } from './erased-address.ts';

/*
 * What this domain holds on a person: handed out whole, taken out, moved to another row.
 * Hashes of secrets are left out of an export: they say nothing about the person and open nothing.
 */

/** Caller's duty: that the asker is the person. */
export async function exportSupporter(ctx: Ctx, supporterId: string) {
  const [profile] = await ctx.db
    .select({
      id: supporters.id,
      email: supporters.email,
      name: supporters.name,
      postalAddress: supporters.postalAddress,
      publicName: supporters.publicName,
      locale: supporters.locale,
      country: supporters.country,
      createdAt: supporters.createdAt,
      emailVerifiedAt: supporters.emailVerifiedAt,
    })
    .from(supporters)
    .where(eq(supporters.id, supporterId));
  const otherAddresses = await ctx.db
    .select({ email: supporters.email, name: supporters.name, since: supporters.createdAt })
    .from(supporters)
    .where(eq(supporters.mergedIntoId, supporterId));
  const [role] = await ctx.db
    .select({ role: staffRoles.role, grantedAt: staffRoles.grantedAt })
    .from(staffRoles)
    .where(eq(staffRoles.supporterId, supporterId));
  const addresses = [profile?.email ?? '', ...otherAddresses.map(({ email }) => email)];
  return {
    profile: { ...profile, otherAddresses, staffRole: role ?? null },
    sessions: await exportSessions(ctx, supporterId),
    signInRequests: await ctx.db
      .select({
        email: signInRequests.email,
        locale: signInRequests.locale,
        returnTo: signInRequests.returnTo,
        createdAt: signInRequests.createdAt,
        expiresAt: signInRequests.expiresAt,
        usedAt: signInRequests.usedAt,
      })
      .from(signInRequests)
      .where(inArray(signInRequests.email, addresses))
      .orderBy(asc(signInRequests.createdAt)),
    emailChanges: await ctx.db
      .select({
        oldEmail: emailChanges.oldEmail,
        newEmail: emailChanges.newEmail,
        locale: emailChanges.locale,
        createdAt: emailChanges.createdAt,
        oldConfirmedAt: emailChanges.oldConfirmedAt,
        newConfirmedAt: emailChanges.newConfirmedAt,
        expiresAt: emailChanges.expiresAt,
        outcome: emailChanges.outcome,
        endedAt: emailChanges.endedAt,
      })
      .from(emailChanges)
      .where(eq(emailChanges.supporterId, supporterId))
      .orderBy(asc(emailChanges.createdAt)),
    stripeCustomers: await ctx.db
      .select({
        stripeCustomerId: stripeCustomers.stripeCustomerId,
        contactEmail: stripeCustomers.contactEmail,
        linkedAt: stripeCustomers.linkedAt,
      })
      .from(stripeCustomers)
      .where(eq(stripeCustomers.supporterId, supporterId))
      .orderBy(asc(stripeCustomers.linkedAt)),
  };
}

async function exportSessions(ctx: Ctx, supporterId: string) {
  return ctx.db
    .select({
      openedBy: sessions.openedBy,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.supporterId, supporterId))
    .orderBy(asc(sessions.createdAt));
}

/**
 * What was written down about a person, by anybody: their own acts in full, those of the staff
 * as "staff", because who on the staff did it is somebody else's personal data.
 */
export async function exportAudit(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly subjectIds: readonly string[] },
) {
  const ids = [input.supporterId, ...input.subjectIds];
  const rows = await ctx.db
    .select()
    .from(auditEntries)
    .where(or(eq(auditEntries.actorId, input.supporterId), inArray(auditEntries.subjectId, ids)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
  return rows.map(({ actorId, subjectId, ...entry }) => ({
    at: entry.at,
    by: actorId === null ? 'system' : actorId === input.supporterId ? 'you' : 'staff',
    action: entry.action,
    subjectKind: entry.subjectKind,
    // What they did as a member of staff to other people is those people's.
    ...(ids.includes(subjectId)
      ? {
          subjectId,
          detail: entry.detail,
          before: entry.before,
          after: entry.after,
          reason: entry.reason,
        }
      : { subjectId: null, detail: null }),
    ...(actorId === input.supporterId
      ? { address: entry.address, userAgent: entry.userAgent }
      : {}),
  }));
}

/**
 * Empties what is personal in the audit log: why the staff acted on this person, and where the
 * person acted from when they were of the staff. What was done, by whose number and when, stays.
 */
export async function forgetInAudit(
  tx: Ctx,
  input: { readonly supporterId: string; readonly subjectIds: readonly string[] },
): Promise<void> {
  await tx.db
    .update(auditEntries)
    .set({ reason: null })
    .where(
      and(inArray(auditEntries.subjectId, [...input.subjectIds]), isNotNull(auditEntries.reason)),
    );
  await tx.db
    .update(auditEntries)
    .set({ address: null, userAgent: null })
    .where(and(eq(auditEntries.actorId, input.supporterId), isNotNull(auditEntries.address)));
}

/**
 * Every address by which mail has reached a person: their own, those of rows merged into theirs,
 * those they had before, and those that Stripe has. Without any that somebody else signs in with now.
 */
export async function listAddresses(ctx: Ctx, supporterId: string): Promise<string[]> {
  const own = await ctx.db
    .select({ email: supporters.email })
    .from(supporters)
    .where(or(eq(supporters.id, supporterId), eq(supporters.mergedIntoId, supporterId)));
  const before = await ctx.db
    .select({ email: emailChanges.oldEmail })
    .from(emailChanges)
    .where(and(eq(emailChanges.supporterId, supporterId), eq(emailChanges.outcome, 'done')));
  const contacts = await ctx.db
    .select({ email: stripeCustomers.contactEmail })
    .from(stripeCustomers)
    .where(eq(stripeCustomers.supporterId, supporterId));
  const known = [...own, ...before, ...contacts].flatMap(({ email }) => (email ? [email] : []));
  const others = await ctx.db
    .select({ email: supporters.email })
    .from(supporters)
    .where(
      and(
        inArray(supporters.email, known),
        ne(supporters.id, supporterId),
        or(isNull(supporters.mergedIntoId), ne(supporters.mergedIntoId, supporterId)),
      ),
    );
  const taken = new Set(others.map(({ email }) => email));
  return [...new Set(known)].filter((email) => !taken.has(email));
}

/**
 * Empties the person's row and those merged into it, and deletes what let them in. The rows stay,
 * named by nothing but a number, so that payments keep counting as somebody's. Answers the
 * customers at Stripe, which are to be deleted there.
 */
export async function eraseSupporterRows(
  tx: Ctx,
  input: { readonly supporterId: string; readonly addresses: readonly string[] },
): Promise<string[]> {
  const { supporterId } = input;
  const rows = await tx.db
    .select({ id: supporters.id })
    .from(supporters)
    .where(or(eq(supporters.id, supporterId), eq(supporters.mergedIntoId, supporterId)));
  for (const { id } of rows) {
    await tx.db
      .update(supporters)
      .set({
        email: addressWithout(id),
        ...{ name: null, publicName: null, postalAddress: null, emailVerifiedAt: null },
        ...{ locale: 'en', erasedAt: tx.clock.now() },
      })
      .where(eq(supporters.id, id));
  }
  await tx.db.delete(sessions).where(eq(sessions.supporterId, supporterId));
  await tx.db.delete(emailChanges).where(eq(emailChanges.supporterId, supporterId));
  const addresses = [...input.addresses];
  await tx.db.delete(signInRequests).where(inArray(signInRequests.email, addresses));
  const customers = await tx.db
    .update(stripeCustomers)
    .set({ contactEmail: null, isProven: false })
    .where(eq(stripeCustomers.supporterId, supporterId))
    .returning({ id: stripeCustomers.stripeCustomerId });
  return customers.map(({ id }) => id);
}

/** Wishes to change the address, whose mails may have gone where nobody else's did. */
export async function listEmailChangeIds(ctx: Ctx, supporterId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: emailChanges.id })
    .from(emailChanges)
    .where(eq(emailChanges.supporterId, supporterId));
  return rows.map(({ id }) => id);
}

export interface LockedSupporter {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly publicName: string | null;
  readonly postalAddress: string | null;
  readonly country: string | null;
  readonly locale: string;
  readonly createdAt: Date;
  readonly erasedAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly isStaff: boolean;
}

/** The rows of these people, held still until the transaction ends; those that are not there are left out. */
export async function lockSupporters(
  tx: Ctx,
  supporterIds: readonly string[],
): Promise<LockedSupporter[]> {
  const rows = await tx.db
    .select()
    .from(supporters)
    .where(inArray(supporters.id, [...supporterIds]))
    .orderBy(asc(supporters.id))
    .for('update');
  const staff = await tx.db
    .select({ id: staffRoles.supporterId })
    .from(staffRoles)
    .where(inArray(staffRoles.supporterId, [...supporterIds]));
  return rows.map((row) => ({ ...row, isStaff: staff.some(({ id }) => id === row.id) }));
}

/** Who was merged into whom. */
export async function listMerged(ctx: Ctx): Promise<{ mergedId: string; keptId: string }[]> {
  const rows = await ctx.db
    .select({ mergedId: supporters.id, keptId: supporters.mergedIntoId })
    .from(supporters)
    .where(isNotNull(supporters.mergedIntoId));
  return rows.flatMap(({ mergedId, keptId }) => (keptId ? [{ mergedId, keptId }] : []));
}

/** The one goes into the other, which takes over what it did not say of itself. Of the one that goes only the address stays. */
export async function markMerged(
  tx: Ctx,
  { kept, merged }: { readonly kept: LockedSupporter; readonly merged: LockedSupporter },
): Promise<void> {
  await tx.db
    .update(supporters)
    .set({
      name: kept.name ?? merged.name,
      publicName: kept.publicName ?? merged.publicName,
      postalAddress: kept.postalAddress ?? merged.postalAddress,
      country: kept.country ?? merged.country,
      createdAt: merged.createdAt < kept.createdAt ? merged.createdAt : kept.createdAt,
    })
    .where(eq(supporters.id, kept.id));
  await tx.db
    .update(supporters)
    .set({ mergedIntoId: kept.id, name: null, publicName: null, postalAddress: null })
    .where(eq(supporters.id, merged.id));
}

export async function moveSupporter(
  tx: Ctx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tx.db
    .update(stripeCustomers)
    .set({ supporterId: toId })
    .where(eq(stripeCustomers.supporterId, fromId));
  // Whoever was merged into the one that goes now follows along.
  await tx.db
    .update(supporters)
    .set({ mergedIntoId: toId })
    .where(eq(supporters.mergedIntoId, fromId));
  await tx.db.delete(sessions).where(eq(sessions.supporterId, fromId));
  await tx.db
    .update(emailChanges)
    .set({ outcome: 'void', endedAt: tx.clock.now() })
    .where(and(eq(emailChanges.supporterId, fromId), isNull(emailChanges.endedAt)));
  await tx.db
    .update(emailChanges)
    .set({ supporterId: toId })
    .where(eq(emailChanges.supporterId, fromId));
}

export async function countCustomers(ctx: Ctx, supporterId: string): Promise<number> {
  const rows = await ctx.db
    .select({ count: count() })
    .from(stripeCustomers)
    .where(eq(stripeCustomers.supporterId, supporterId));
  return rows[0]?.count ?? 0;
}
