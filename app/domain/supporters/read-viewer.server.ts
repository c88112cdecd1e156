import { and, eq, gt } from 'drizzle-orm';
import { sessions, staffRoles, supporters } from '../../db/schema/supporters.ts';
import { addMs, daysMs } from '../../kernel/dates.ts';
import { defaultLocale, isLocale } from '../../kernel/locale.ts';
import { hashToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import { sessionExpiry } from './session.ts';
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
      id: supporters.id,
      email: supporters.email,
      name: supporters.name,
      locale: supporters.locale,
      role: staffRoles.role,
    })
    .from(sessions)
    .innerJoin(supporters, eq(supporters.id, sessions.supporterId))
    .leftJoin(staffRoles, eq(staffRoles.supporterId, supporters.id))
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
  return {
    viewer: {
      supporter: {
        id: row.id,
        email: row.email,
        name: row.name,
        locale: isLocale(row.locale) ? row.locale : defaultLocale,
      },
      // Having paid in this browser proves no address, so it opens no staff room either.
      role: row.openedBy === 'checkout' ? null : row.role,
      sessionId: row.sessionId,
    },
    isProlonged,
  };
}
