import { and, eq, ne, sql } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readView } from './read-views.server.ts';
import { lockViews, namedAlike, seenWith } from './shelf.server.ts';
import { type ViewReader, viewsAllowed } from './view.ts';

export type ChangeViewFailure = 'gone' | 'name_taken' | 'too_many';

/**
 * Gives a view another name; and whoever keeps it gives it to everyone, or takes it back. gone: it
 * is no more, or not theirs to change. Caller's duty: that the actor may keep views.
 */
export function changeView(
  ctx: Ctx,
  input: {
    readonly viewId: string;
    readonly name: string;
    readonly isShared: boolean;
    readonly actor: ViewReader;
  },
): Promise<Result<null, ChangeViewFailure>> {
  const { viewId, name, actor } = input;
  return inTransaction(ctx, async (tx) => {
    await lockViews(tx);
    const known = await readView(tx, viewId, actor);
    if (!known?.isTheirs) return fail('gone');
    // Taken back by another, it would go where nobody may see it any more.
    const isShared = known.isOwn ? input.isShared : known.isShared;
    if (known.name === name && known.isShared === isShared) return ok(null);
    const shelf = { room: known.room, isShared, ownerId: actor.supporterId };
    const [other] = await tx.db
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(and(seenWith(shelf), namedAlike(name), ne(savedViews.id, viewId)));
    if (other) return fail('name_taken');
    const isMoved = known.isShared !== isShared;
    const [counted] = await tx.db
      .select({
        count: sql<number>`count(*)::integer`,
        last: sql<number>`coalesce(max(${savedViews.position}), 0)`,
      })
      .from(savedViews)
      .where(seenWith(shelf));
    if (isMoved && (counted?.count ?? 0) >= viewsAllowed) return fail('too_many');
    await tx.db
      .update(savedViews)
      .set({ name, isShared, ...(isMoved ? { position: (counted?.last ?? 0) + 1 } : {}) })
      .where(eq(savedViews.id, viewId));
    await recordAudit(tx, {
      ...{ actorId: actor.supporterId, action: 'view.changed', reason: '' },
      ...{ subjectKind: 'view', subjectId: viewId },
      ...(isMoved ? { before: { isShared: known.isShared }, after: { isShared } } : {}),
    });
    return ok(null);
  });
}
