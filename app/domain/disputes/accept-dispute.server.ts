import { type Result, fail, ok } from '../../kernel/result.ts';
import { readDispute } from '../ledger/read-dispute.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { bringInLine } from './bring-in-line.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { isAnswerable } from './evidence.ts';

export type AcceptFailure = 'not_found' | 'not_answerable' | 'try_later' | 'refused';

/**
 * Accepts a dispute as lost: the reader keeps the money, and what it bought is revoked as after
 * any lost dispute. There is no way back. Caller's duty: that the actor may,
 * and has confirmed it.
 */
export async function acceptDispute(
  ctx: Ctx,
  input: { readonly disputeId: string; readonly actorId: string; readonly reason: string },
): Promise<Result<null, AcceptFailure>> {
  const dispute = await readDispute(ctx, input.disputeId);
  if (!dispute) return fail('not_found');
  if (!isAnswerable(dispute.status)) return fail('not_answerable');
  const closed = await ctx.payments.closeDispute(input.disputeId);
  if (!closed.ok) {
    if (closed.reason === 'refused') await bringInLine(ctx, dispute.chargeId);
    return closed;
  }
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'dispute.accepted' },
      ...{ subjectKind: 'dispute', subjectId: input.disputeId, reason: input.reason },
      before: { status: dispute.status },
      after: { status: closed.value.status },
    }),
  );
  await bringInLine(ctx, dispute.chargeId);
  return ok(null);
}
