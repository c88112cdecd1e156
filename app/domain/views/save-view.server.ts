import { and, sql } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { lockViews, namedAlike, seenWith } from './shelf.server.ts';
import { viewsAllowed } from './view.ts';
import type { ViewRoomKey } from './view-room.ts';

export type SaveViewFailure = 'name_taken' | 'too_many';

/**
 * Keeps a report or a list under a name, behind those that are there. A second click finds the
 * first one's view. Caller's duties: that the actor may, and that the query is the room's own
 * spelling (`viewRooms[room].read`).
 */
export function saveView(
  ctx: Ctx,
  input: {
    readonly room: ViewRoomKey;
    readonly query: string;
    readonly name: string;
    readonly isShared: boolean;
    readonly actorId: string;
  },
): Promise<Result<{ viewId: string }, SaveViewFailure>> {
  const { room, query, name, isShared, actorId } = input;
  const shelf = { room, isShared, ownerId: actorId };
  return inTransaction(ctx, async (tx) => {
    await lockViews(tx);
    const [known] = await tx.db
      .select({ id: savedViews.id, query: savedViews.query })
      .from(savedViews)
      .where(and(seenWith(shelf), namedAlike(name)));
    if (known) return known.query === query ? ok({ viewId: known.id }) : fail('name_taken');
    const [counted] = await tx.db
      .select({
        count: sql<number>`count(*)::integer`,
        last: sql<number>`coalesce(max(${savedViews.position}), 0)`,
      })
      .from(savedViews)
      .where(seenWith(shelf));
    if ((counted?.count ?? 0) >= viewsAllowed) return fail('too_many');
    const viewId = newId();
    await tx.db.insert(savedViews).values({
      ...{ id: viewId, room, query, name, ownerId: actorId, isShared },
      ...{ position: (counted?.last ?? 0) + 1, createdAt: tx.clock.now() },
    });
    // A name and a filter may hold somebody's: of which report it is, is enough.
    await recordAudit(tx, {
      ...{ actorId, action: 'view.saved', subjectKind: 'view', subjectId: viewId, reason: '' },
      after: { room, isShared },
    });
    return ok({ viewId });
  });
}
