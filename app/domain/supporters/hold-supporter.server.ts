import { eq } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

export interface HeldSupporter {
  /** Whoever has everything of theirs now: the row itself, or the one that it was merged into. */
  readonly supporterId: string;
  readonly isErased: boolean;
}

/**
 * Whose it is now that was linked to this row, and stays so until the transaction ends: a merge or
 * an erasure waits for it, and it for them. Call it before writing a supporter's id into a row.
 * The lock is the one that a foreign key takes, so ordinary changes to the row don't wait.
 */
export async function holdSupporter(tx: Ctx, supporterId: string): Promise<HeldSupporter> {
  const rows = await tx.db
    .select({ mergedIntoId: supporters.mergedIntoId, erasedAt: supporters.erasedAt })
    .from(supporters)
    .where(eq(supporters.id, supporterId))
    .for('key share');
  const row = rows[0];
  return {
    supporterId: row?.mergedIntoId ?? supporterId,
    isErased: row !== undefined && row.erasedAt !== null,
  };
}
