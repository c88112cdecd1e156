import { type SQL, and, eq, sql } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import type { Ctx } from '../ports/context.ts';

/** The views that stand in one list: everyone's of a room, or one person's own of it. */
export interface Shelf {
  readonly room: string;
  readonly isShared: boolean;
  readonly ownerId: string;
}

export function seenWith({ room, isShared, ownerId }: Shelf): SQL | undefined {
  return and(
    eq(savedViews.room, room),
    eq(savedViews.isShared, isShared),
    isShared ? undefined : eq(savedViews.ownerId, ownerId),
  );
}

export function namedAlike(name: string): SQL {
  return sql`lower(${savedViews.name}) = lower(${name})`;
}

/** Names and places of a list are given out one after another. Held until the transaction ends. */
export async function lockViews(tx: Ctx): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('saved_views'))`);
}
