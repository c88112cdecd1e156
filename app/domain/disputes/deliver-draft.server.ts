import { and, eq, isNull, lt } from 'drizzle-orm';
import { disputeDrafts, disputeFiles } from '../../db/schema/disputes.ts';
import { type Result, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import type { DisputeCase, DisputeFailure } from '../ports/payments-disputes.ts';
import { listDraftFiles, readDraft } from './draft-rows.server.ts';
import { evidenceFiles, evidenceTexts } from './evidence.ts';

/** Stripe keeps a field that is not named, and can't empty one: a text that was taken back is overwritten. */
const takenBack = 'n/a';

/**
 * Brings what is kept here to Stripe: files first, then the whole answer. Safe to repeat, also
 * after it broke off half-way: each file goes once. With `submit` it goes on to the bank.
 */
export async function deliverDraft(
  ctx: Ctx,
  input: { readonly disputeId: string; readonly submit: boolean },
): Promise<Result<DisputeCase, DisputeFailure>> {
  const { disputeId, submit } = input;
  const uploaded = await uploadFiles(ctx, disputeId);
  if (!uploaded.ok) return uploaded;
  const draft = await readDraft(ctx, disputeId);
  const files = await listDraftFiles(ctx, disputeId);
  const revision = draft?.revision ?? 0;
  const known = await ctx.payments.readDispute(disputeId);
  if (!known.ok) return known;
  const evidence: Record<string, string> = {};
  for (const name of evidenceTexts) {
    const text = draft?.texts[name] ?? (known.value.texts[name] ? takenBack : null);
    if (text) evidence[name] = text;
  }
  for (const name of evidenceFiles) {
    const id = files.find(({ field }) => field === name)?.stripeFileId;
    if (id) evidence[name] = id;
  }
  const saved = await ctx.payments.saveEvidence({
    ...{ disputeId, evidence, submit },
    idempotencyKey: `evidence:${disputeId}:${revision}:${submit ? 'submit' : 'save'}`,
  });
  if (!saved.ok) return saved;
  await ctx.db
    .update(disputeDrafts)
    .set({ savedRevision: revision })
    .where(
      and(eq(disputeDrafts.stripeDisputeId, disputeId), lt(disputeDrafts.savedRevision, revision)),
    );
  return saved;
}

async function uploadFiles(ctx: Ctx, disputeId: string): Promise<Result<null, DisputeFailure>> {
  const waiting = await ctx.db
    .select()
    .from(disputeFiles)
    .where(and(eq(disputeFiles.stripeDisputeId, disputeId), isNull(disputeFiles.stripeFileId)));
  for (const { id, filename, type, content } of waiting) {
    if (!content) continue;
    const sent = await ctx.payments.uploadEvidence({ fileId: id, filename, type, content });
    if (!sent.ok) return sent;
    // Stripe has it: what is in it need not rest here.
    await ctx.db
      .update(disputeFiles)
      .set({ stripeFileId: sent.value, content: null })
      .where(eq(disputeFiles.id, id));
  }
  return ok(null);
}
