import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { explainOpen } from './list-differences.server.ts';

/**
 * Somebody on the staff says why a difference is right as it is. It stays so while it says the
 * same. Written into the audit log. Caller's duty: that the actor may.
 */
export function explainDifference(
  ctx: Ctx,
  input: { differenceId: string; explanation: string; actorId: string },
): Promise<Result<null, 'not_open'>> {
  return inTransaction(ctx, async (tx) => {
    if (!(await explainOpen(tx, input.differenceId, input.explanation))) return fail('not_open');
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'difference.explained',
      subjectKind: 'difference',
      subjectId: input.differenceId,
    });
    return ok(null);
  });
}
