import { and, eq, gt, sql } from 'drizzle-orm';
import { passkeys } from '../../db/schema/passkeys.ts';
import { staffConfirmation } from '../../db/schema/staff.ts';
import { sessions, staffRoles, supporters } from '../../db/schema/supporters.ts';
import { addMs, daysMs } from '../../kernel/dates.ts';
import { defaultLocale, isLocale } from '../../kernel/locale.ts';
import { hashToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import { sessionExpiry } from './session.ts';
import { confirmationStep } from './staff/confirmation.ts';
import { type Viewer, anonymousViewer } from './viewer.ts';

/**
 * Who holds this session token. A live session that was not seen for a day is prolonged:
 * `isProlonged` asks the caller to send its cookie anew.
 */
export async function readViewer(
  ctx: Ctx,
  token: string,
): Promise<{ viewer: Viewer; isProlonged: boolean }> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .select({
      sessionId: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      openedBy: sessions.openedBy,
      confirmedAt: sessions.confirmedAt,
      id: supporters.id,
      email: supporters.email,
      name: supporters.name,
      locale: supporters.locale,
      role: staffRoles.role,
      ruleSince: staffConfirmation.since,
      graceUntil: staffConfirmation.graceUntil,
      // Asked of the staff only, and only while it matters.
      hasPasskey: sql<boolean>`${staffConfirmation.key} is not null and exists (
        select 1 from ${passkeys} where ${passkeys.supporterId} = ${supporters.id})`,
    })
    .from(sessions)
    .innerJoin(supporters, eq(supporters.id, sessions.supporterId))
    .leftJoin(staffRoles, eq(staffRoles.supporterId, supporters.id))
    .leftJoin(staffConfirmation, sql`${staffRoles.supporterId} is not null`)
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, now)))
    .limit(1);
  const row = rows[0];
  if (!row) return { viewer: anonymousViewer, isProlonged: false };
  const isProlonged = addMs(row.lastSeenAt, daysMs) <= now;
  if (isProlonged) {
    await ctx.db
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: sessionExpiry(now) })
      .where(and(eq(sessions.id, row.sessionId), gt(sessions.expiresAt, now)));
  }
  // Having paid in this browser proves no address, so it opens no staff room either.
  const role = row.openedBy === 'checkout' ? null : row.role;
  const { ruleSince, graceUntil, hasPasskey, confirmedAt } = row;
  const rule = ruleSince && graceUntil ? { since: ruleSince, graceUntil } : null;
  const step = role ? confirmationStep({ rule, hasPasskey, confirmedAt }, now) : 'none';
  const waiting = role && (step === 'confirm' || step === 'add') ? { role, step } : null;
  return {
    viewer: {
      supporter: {
        id: row.id,
        email: row.email,
        name: row.name,
        locale: isLocale(row.locale) ? row.locale : defaultLocale,
      },
      role: waiting ? null : role,
      waiting,
      passkeyDue: step === 'grace' ? graceUntil : null,
      sessionId: row.sessionId,
    },
    isProlonged,
  };
}
