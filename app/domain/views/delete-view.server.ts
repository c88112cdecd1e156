import { eq } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readView } from './read-views.server.ts';
import { lockViews } from './shelf.server.ts';
import type { ViewReader } from './view.ts';

/** Forgets a view. gone: it is no more, or not theirs. Caller's duty: that the actor may keep views. */
export function deleteView(
  ctx: Ctx,
  { viewId, actor }: { readonly viewId: string; readonly actor: ViewReader },
): Promise<Result<null, 'gone'>> {
  return inTransaction(ctx, async (tx) => {
    await lockViews(tx);
    const known = await readView(tx, viewId, actor);
    if (!known?.isTheirs) return fail('gone');
    await tx.db.delete(savedViews).where(eq(savedViews.id, viewId));
    await recordAudit(tx, {
      ...{ actorId: actor.supporterId, action: 'view.deleted', reason: '' },
      ...{ subjectKind: 'view', subjectId: viewId },
      before: { room: known.room, isShared: known.isShared },
    });
    return ok(null);
  });
}
