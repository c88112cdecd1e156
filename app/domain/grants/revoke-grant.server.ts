import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/**
 * Takes a grant back: what it opens is closed at once. No mail: whoever takes it back says so.
 * Caller's duty: that the actor may.
 */
export function revokeGrant(
  ctx: Ctx,
  input: { readonly grantId: string; readonly actorId: string; readonly reason: string },
): Promise<Result<{ supporterId: string }, 'already_over'>> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(grants)
      .set({ revokedAt: now, revokedBy: input.actorId, revokedBecause: input.reason })
      .where(
        and(
          eq(grants.id, input.grantId),
          isNull(grants.revokedAt),
          or(isNull(grants.endsAt), gt(grants.endsAt, now)),
        ),
      )
      .returning({ supporterId: grants.supporterId });
    const supporterId = rows[0]?.supporterId;
    if (!supporterId) return fail('already_over');
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'grant.revoked' },
      ...{ subjectKind: 'supporter', subjectId: supporterId },
      detail: { grantId: input.grantId },
    });
    return ok({ supporterId });
  });
}
