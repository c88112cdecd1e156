import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import { endOpenChange } from './request-email-change.server.ts';

/** Calls off the change that is under way. Without one, nothing happens. */
export async function cancelEmailChange(ctx: Ctx, supporterId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const changeId = await endOpenChange(tx, supporterId, 'cancelled');
    if (!changeId) return;
    await recordAudit(tx, {
      actorId: supporterId,
      action: 'email.change_cancelled',
      subjectKind: 'supporter',
      subjectId: supporterId,
      detail: { changeId },
    });
  });
}
