import { and, eq, gt } from 'drizzle-orm';
import { sessions } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from './record-audit.server.ts';

/** Ends every session of a supporter, this one included. Answers how many there were. */
export async function signOutEverywhere(ctx: Ctx, supporterId: string): Promise<number> {
  const now = ctx.clock.now();
  const ended = await ctx.db
    .update(sessions)
    .set({ expiresAt: now })
    .where(and(eq(sessions.supporterId, supporterId), gt(sessions.expiresAt, now)))
    .returning({ id: sessions.id });
  await recordAudit(ctx, {
    actorId: supporterId,
    action: 'sessions.ended',
    subjectKind: 'supporter',
    subjectId: supporterId,
    detail: { count: ended.length },
  });
  return ended.length;
}
