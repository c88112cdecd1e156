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
}

/** Writes what was done into the log that can only grow. Call it in the transaction of the change itself. */
export async function recordAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await ctx.db
    .insert(auditEntries)
    .values({ id: newId(), at: ctx.clock.now(), ...entry, detail: entry.detail ?? {} });
}
