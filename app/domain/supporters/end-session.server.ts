import { and, eq, gt } from 'drizzle-orm';
import { sessions } from '../../db/schema/supporters.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from './record-audit.server.ts';

/** Ends one session of a supporter. One that is over already, or somebody else's, stays as it is: answers false. */
export async function endSession(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly sessionId: string },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const ended = await tx.db
      .update(sessions)
      .set({ expiresAt: now })
      .where(
        and(
          eq(sessions.id, input.sessionId),
          eq(sessions.supporterId, input.supporterId),
          gt(sessions.expiresAt, now),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length === 0) return false;
    await recordAudit(tx, {
      actorId: input.supporterId,
      action: 'session.ended',
      subjectKind: 'supporter',
      subjectId: input.supporterId,
      detail: { sessionId: input.sessionId },
    });
    return true;
  });
}
