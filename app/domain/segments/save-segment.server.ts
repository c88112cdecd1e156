import { count, sql } from 'drizzle-orm';
import { segments } from '../../db/schema/segments.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { SupporterFilter } from '../reports/supporter-filter.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { segmentsAllowed } from './read-segment.server.ts';
import { segmentQuery } from './segment.ts';

export type SaveSegmentFailure = 'name_taken' | 'nothing_filtered' | 'too_many';

/**
 * Keeps a filter under a name, for everyone on the staff. A second click finds the first one's
 * segment. Caller's duty: that the actor may.
 */
export async function saveSegment(
  ctx: Ctx,
  input: { readonly name: string; readonly filter: SupporterFilter; readonly actorId: string },
): Promise<Result<{ segmentId: string }, SaveSegmentFailure>> {
  const query = segmentQuery(input.filter);
  if (query === '') return fail('nothing_filtered');
  return inTransaction(ctx, async (tx) => {
    const [counted] = await tx.db.select({ count: count() }).from(segments);
    if ((counted?.count ?? 0) >= segmentsAllowed) return fail('too_many');
    const [made] = await tx.db
      .insert(segments)
      .values({
        ...{ id: newId(), name: input.name, query },
        ...{ createdBy: input.actorId, createdAt: tx.clock.now() },
      })
      .onConflictDoNothing()
      .returning({ id: segments.id });
    if (!made) {
      const [known] = await tx.db
        .select({ id: segments.id, query: segments.query })
        .from(segments)
        .where(sql`lower(${segments.name}) = lower(${input.name})`);
      return known?.query === query ? ok({ segmentId: known.id }) : fail('name_taken');
    }
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'segment.saved',
      subjectKind: 'segment',
      subjectId: made.id,
      reason: '',
    });
    return ok({ segmentId: made.id });
  });
}
