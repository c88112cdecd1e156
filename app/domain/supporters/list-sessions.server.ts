import { and, desc, eq, gt } from 'drizzle-orm';
import { sessions } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import { type SessionView, describeDevice } from './session.ts';

/** Where a supporter is signed in, last seen first. */
export async function listSessions(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly currentSessionId: string },
): Promise<SessionView[]> {
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.supporterId, input.supporterId), gt(sessions.expiresAt, ctx.clock.now())),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100);
  return rows.map((row) => ({
    id: row.id,
    openedBy: row.openedBy,
    device: describeDevice(row.userAgent),
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    isThisOne: row.id === input.currentSessionId,
  }));
}
