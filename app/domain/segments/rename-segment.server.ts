import { and, eq, ne, sql } from 'drizzle-orm';
import { segments } from '../../db/schema/segments.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/** Gives a segment another name. Caller's duty: that the actor may. */
export function renameSegment(
  ctx: Ctx,
  input: { readonly segmentId: string; readonly name: string; readonly actorId: string },
): Promise<Result<null, 'gone' | 'name_taken'>> {
  return inTransaction(ctx, async (tx) => {
    const [known] = await tx.db
      .select({ name: segments.name })
      .from(segments)
      .where(eq(segments.id, input.segmentId))
      .for('update');
    if (!known) return fail('gone');
    if (known.name === input.name) return ok(null);
    const [other] = await tx.db
      .select({ id: segments.id })
      .from(segments)
      .where(
        and(sql`lower(${segments.name}) = lower(${input.name})`, ne(segments.id, input.segmentId)),
      );
    if (other) return fail('name_taken');
    await tx.db.update(segments).set({ name: input.name }).where(eq(segments.id, input.segmentId));
    // A name may hold somebody's: that it changed is enough.
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'segment.renamed',
      subjectKind: 'segment',
      subjectId: input.segmentId,
      reason: '',
    });
    return ok(null);
  });
}
