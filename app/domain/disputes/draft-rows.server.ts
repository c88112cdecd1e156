import { and, eq, inArray, sql } from 'drizzle-orm';
import { disputeDrafts, disputeFiles } from '../../db/schema/disputes.ts';
import type { Ctx } from '../ports/context.ts';
import type { Draft, DraftFile } from './dispute-view.ts';
import { evidenceFiles } from './evidence.ts';

/** `lock`: nobody else writes it until the transaction ends. */
export async function readDraft(
  ctx: Ctx,
  disputeId: string,
  options: { readonly lock?: boolean } = {},
): Promise<Draft | null> {
  const query = ctx.db
    .select()
    .from(disputeDrafts)
    .where(eq(disputeDrafts.stripeDisputeId, disputeId));
  const [row] = options.lock ? await query.for('update') : await query;
  if (!row) return null;
  const { texts, revision, savedRevision, submittedAt, updatedAt } = row;
  return { texts, revision, isAtStripe: savedRevision === revision, submittedAt, updatedAt };
}

export async function listDraftFiles(ctx: Ctx, disputeId: string): Promise<DraftFile[]> {
  const rows = await ctx.db
    .select({
      id: disputeFiles.id,
      field: disputeFiles.field,
      filename: disputeFiles.filename,
      size: disputeFiles.size,
      stripeFileId: disputeFiles.stripeFileId,
    })
    .from(disputeFiles)
    .where(eq(disputeFiles.stripeDisputeId, disputeId));
  return rows.flatMap((row) => {
    const field = evidenceFiles.find((known) => known === row.field);
    return field ? [{ ...row, field }] : [];
  });
}

/** Writes the texts, one revision on. Caller's duty: a transaction, and the draft's lock where there is one. */
export async function writeDraft(
  tx: Ctx,
  input: { readonly disputeId: string; readonly texts: Record<string, string> },
): Promise<number> {
  const now = tx.clock.now();
  const [row] = await tx.db
    .insert(disputeDrafts)
    .values({
      ...{ stripeDisputeId: input.disputeId, texts: input.texts },
      ...{ revision: 1, updatedAt: now },
    })
    .onConflictDoUpdate({
      target: disputeDrafts.stripeDisputeId,
      set: {
        texts: sql`excluded.texts`,
        revision: sql`${disputeDrafts.revision} + 1`,
        updatedAt: now,
      },
    })
    .returning({ revision: disputeDrafts.revision });
  return row?.revision ?? 0;
}

export async function forgetFiles(
  tx: Ctx,
  disputeId: string,
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0) return;
  await tx.db
    .delete(disputeFiles)
    .where(
      and(eq(disputeFiles.stripeDisputeId, disputeId), inArray(disputeFiles.field, [...fields])),
    );
}

/** What was written about a person's disputes goes; Stripe and the bank keep what was sent. */
export async function eraseDrafts(tx: Ctx, disputeIds: readonly string[]): Promise<void> {
  if (disputeIds.length === 0) return;
  const ids = [...disputeIds];
  await tx.db.delete(disputeDrafts).where(inArray(disputeDrafts.stripeDisputeId, ids));
  await tx.db.delete(disputeFiles).where(inArray(disputeFiles.stripeDisputeId, ids));
}

/** What was written in answer to a person's disputes. Caller's duty: that the asker is the person. */
export async function exportDrafts(ctx: Ctx, disputeIds: readonly string[]) {
  if (disputeIds.length === 0) return [];
  const ids = [...disputeIds];
  const drafts = await ctx.db
    .select({
      disputeId: disputeDrafts.stripeDisputeId,
      texts: disputeDrafts.texts,
      submittedAt: disputeDrafts.submittedAt,
    })
    .from(disputeDrafts)
    .where(inArray(disputeDrafts.stripeDisputeId, ids));
  const files = await ctx.db
    .select({ disputeId: disputeFiles.stripeDisputeId, filename: disputeFiles.filename })
    .from(disputeFiles)
    .where(inArray(disputeFiles.stripeDisputeId, ids));
  return drafts.map((draft) => ({
    ...draft,
    files: files
      .filter(({ disputeId }) => disputeId === draft.disputeId)
      .map(({ filename }) => filename),
  }));
}
