import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readView } from './read-views.server.ts';
import { lockViews, seenWith } from './shelf.server.ts';
import type { ViewReader } from './view.ts';

/**
 * Moves a view by one place in its list. gone: it is no more, not theirs, or stands at that edge
 * already. Caller's duty: that the actor may keep views.
 */
export function moveView(
  ctx: Ctx,
  input: { readonly viewId: string; readonly to: 'up' | 'down'; readonly actor: ViewReader },
): Promise<Result<null, 'gone'>> {
  const { viewId, to, actor } = input;
  return inTransaction(ctx, async (tx) => {
    await lockViews(tx);
    const known = await readView(tx, viewId, actor);
    if (!known?.isTheirs) return fail('gone');
    const [row] = await tx.db.select().from(savedViews).where(eq(savedViews.id, viewId));
    if (!row) return fail('gone');
    const { position } = savedViews;
    const [neighbour] = await tx.db
      .select({ id: savedViews.id, position })
      .from(savedViews)
      .where(and(seenWith(row), (to === 'up' ? lt : gt)(position, row.position)))
      .orderBy(to === 'up' ? desc(position) : asc(position))
      .limit(1);
    if (!neighbour) return fail('gone');
    const put = (id: string, place: number) =>
      tx.db.update(savedViews).set({ position: place }).where(eq(savedViews.id, id));
    await put(viewId, neighbour.position);
    await put(neighbour.id, row.position);
    await recordAudit(tx, {
      ...{ actorId: actor.supporterId, action: 'view.moved', reason: '' },
      ...{ subjectKind: 'view', subjectId: viewId, detail: { to } },
    });
    return ok(null);
  });
}
