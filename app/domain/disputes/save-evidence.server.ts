import { disputeFiles } from '../../db/schema/disputes.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { holdDispute, readDispute } from '../ledger/read-dispute.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { deliverDraft } from './deliver-draft.server.ts';
import { forgetFiles, listDraftFiles, readDraft, writeDraft } from './draft-rows.server.ts';
import {
  type EvidenceFileField,
  type EvidenceText,
  type FileType,
  evidenceTexts,
  filesLimit,
  isAnswerable,
} from './evidence.ts';

export interface AddedFile {
  readonly field: EvidenceFileField;
  readonly filename: string;
  readonly type: FileType;
  readonly content: Buffer;
}

export interface SaveEvidenceInput {
  readonly disputeId: string;
  readonly texts: Readonly<Partial<Record<EvidenceText, string>>>;
  readonly added: readonly AddedFile[];
  readonly removed: readonly EvidenceFileField[];
  /** What the form was made from: 0 = nothing was saved yet. */
  readonly revision: number;
  readonly actorId: string;
}

/**
 * changed: somebody has saved meanwhile, nothing was written. kept_here: written here, but Stripe
 * could not be reached or did not take it; saving or sending again tries anew.
 */
export type SaveEvidenceFailure =
  'not_found' | 'not_answerable' | 'changed' | 'files_too_large' | 'kept_here' | 'refused';

/**
 * Keeps an answer as a draft: here first, so that no word is lost, then with Stripe, which does
 * not show it to the bank yet. Caller's duty: that the actor may.
 */
export async function saveEvidence(
  ctx: Ctx,
  input: SaveEvidenceInput,
): Promise<Result<null, SaveEvidenceFailure>> {
  const written = await inTransaction(ctx, (tx) => write(tx, input));
  if (!written.ok) return written;
  const delivered = await deliverDraft(ctx, { disputeId: input.disputeId, submit: false });
  if (delivered.ok) return ok(null);
  return fail(delivered.reason === 'try_later' ? 'kept_here' : 'refused');
}

async function write(
  tx: Ctx,
  { disputeId, texts, added, removed, revision, actorId }: SaveEvidenceInput,
): Promise<Result<null, SaveEvidenceFailure>> {
  // Two who save the first draft at once would both find none.
  await holdDispute(tx, disputeId);
  const dispute = await readDispute(tx, disputeId);
  if (!dispute) return fail('not_found');
  const draft = await readDraft(tx, disputeId, { lock: true });
  if (!isAnswerable(dispute.status) || draft?.submittedAt) return fail('not_answerable');
  if ((draft?.revision ?? 0) !== revision) return fail('changed');
  const known = await listDraftFiles(tx, disputeId);
  // What Stripe has can be replaced and not taken away.
  const takenAway = removed.filter((field) =>
    known.some((file) => file.field === field && file.stripeFileId === null),
  );
  const replaced = [...takenAway, ...added.map(({ field }) => field)];
  const kept = known.filter(({ field }) => !replaced.includes(field));
  const size = [...kept.map((file) => file.size), ...added.map(({ content }) => content.length)];
  if (size.reduce((sum, bytes) => sum + bytes, 0) > filesLimit) return fail('files_too_large');
  await forgetFiles(tx, disputeId, replaced);
  const said = Object.fromEntries(
    evidenceTexts.flatMap((name) => {
      const text = texts[name];
      return text ? [[name, text]] : [];
    }),
  );
  await writeDraft(tx, { disputeId, texts: said });
  if (added.length > 0) {
    await tx.db.insert(disputeFiles).values(
      added.map(({ field, filename, type, content }) => ({
        ...{ id: newId(), stripeDisputeId: disputeId, field, filename, type, content },
        ...{ size: content.length, addedBy: actorId, addedAt: tx.clock.now() },
      })),
    );
  }
  await recordAudit(tx, {
    actorId,
    action: 'dispute.evidence_saved',
    subjectKind: 'dispute',
    subjectId: disputeId,
    detail: { fields: Object.keys(said), files: [...kept, ...added].map(({ field }) => field) },
    reason: '',
  });
  return ok(null);
}
