import { and, eq, isNull } from 'drizzle-orm';
import { disputeDrafts } from '../../db/schema/disputes.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { readDispute } from '../ledger/read-dispute.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { bringInLine } from './bring-in-line.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { deliverDraft } from './deliver-draft.server.ts';
import { listDraftFiles, readDraft } from './draft-rows.server.ts';
import { isAnswerable } from './evidence.ts';

export type SubmitFailure =
  'not_found' | 'not_answerable' | 'nothing_saved' | 'try_later' | 'refused';

/**
 * Sends the answer to the bank. It can be done once and not taken back. A second click finds it
 * done. Afterwards ours is brought in line as by an event. Caller's duty: that the actor may, and
 * has confirmed it.
 */
export async function submitEvidence(
  ctx: Ctx,
  input: { readonly disputeId: string; readonly actorId: string; readonly reason: string },
): Promise<Result<null, SubmitFailure>> {
  const { disputeId, actorId, reason } = input;
  const dispute = await readDispute(ctx, disputeId);
  if (!dispute) return fail('not_found');
  const draft = await readDraft(ctx, disputeId);
  if (draft?.submittedAt) return ok(null);
  if (!isAnswerable(dispute.status)) return fail('not_answerable');
  const files = await listDraftFiles(ctx, disputeId);
  if (!draft || (Object.keys(draft.texts).length === 0 && files.length === 0)) {
    return fail('nothing_saved');
  }
  const sent = await deliverDraft(ctx, { disputeId, submit: true });
  if (!sent.ok) {
    // Perhaps it was answered or decided elsewhere: then say so, as Stripe has it.
    if (sent.reason === 'refused') await bringInLine(ctx, dispute.chargeId);
    return sent;
  }
  await inTransaction(ctx, async (tx) => {
    const first = await tx.db
      .update(disputeDrafts)
      .set({ submittedAt: tx.clock.now() })
      .where(and(eq(disputeDrafts.stripeDisputeId, disputeId), isNull(disputeDrafts.submittedAt)))
      .returning({ id: disputeDrafts.stripeDisputeId });
    if (first.length === 0) return;
    await recordAudit(tx, {
      ...{ actorId, action: 'dispute.evidence_submitted' },
      ...{ subjectKind: 'dispute', subjectId: disputeId, reason },
      before: { status: dispute.status },
      after: { status: sent.value.status },
    });
  });
  await bringInLine(ctx, dispute.chargeId);
  return ok(null);
}
