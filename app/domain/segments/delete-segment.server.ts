import { eq } from 'drizzle-orm';
import { segments } from '../../db/schema/segments.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/** Forgets a segment; the people stay. Caller's duty: that the actor may. */
export function deleteSegment(
  ctx: Ctx,
  input: { readonly segmentId: string; readonly actorId: string },
): Promise<Result<null, 'gone'>> {
  return inTransaction(ctx, async (tx) => {
    const gone = await tx.db
      .delete(segments)
      .where(eq(segments.id, input.segmentId))
      .returning({ id: segments.id });
    if (gone.length === 0) return fail('gone');
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'segment.deleted',
      subjectKind: 'segment',
      subjectId: input.segmentId,
      reason: '',
    });
    return ok(null);
  });
}
