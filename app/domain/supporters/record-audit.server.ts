import { auditEntries } from '../../db/schema/supporters.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';

export interface AuditEntry {
  /** The supporter row of who did it; null = the system itself. */
  readonly actorId: string | null;
  /** A noun and a verb: 'role.granted', 'membership.cancellation_scheduled'. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Facts, not personal data: the log outlives an erasure. */
  readonly detail?: Record<string, unknown>;
  /** The fields that changed, as they were and as they are. Not personal data either. */
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
  /** Why, in the words of the member of staff. It may name people: an erasure empties it. */
  readonly reason?: string;
}

/**
 * Writes what was done into the log that can only grow. Call it in the transaction of the change
 * itself. Where it was done from is kept of acts on others and on the newsroom, which are the
 * staff's; where supporters run their own support from is nobody's business.
 */
export async function recordAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  const isOwn = entry.actorId === null || entry.actorId === entry.subjectId;
  await ctx.db.insert(auditEntries).values({
    id: newId(),
    at: ctx.clock.now(),
    ...entry,
    detail: entry.detail ?? {},
    ...(ctx.origin && entry.reason !== undefined && !isOwn
      ? { address: ctx.origin.address, userAgent: ctx.origin.userAgent }
      : {}),
  });
}
