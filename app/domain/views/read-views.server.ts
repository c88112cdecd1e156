import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import { savedViews } from '../../db/schema/views.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { type RangeToday, todayIn } from '../reports/report-range.ts';
import type { View, ViewReader } from './view.ts';
import { type ViewRoomKey, parseViewRoom, viewRooms } from './view-room.ts';

/** What day it is, for reading an address that a view keeps. */
export async function todayForViews(ctx: Ctx): Promise<RangeToday> {
  const { timeZone } = await readNewsroom(ctx);
  return todayIn(ctx.clock.now(), timeZone, null);
}

/**
 * The views that somebody sees in some rooms: everyone's first, each part in its order. One query,
 * bounded by how many may be kept.
 */
export async function readViews(
  ctx: Ctx,
  { reader, rooms }: { readonly reader: ViewReader; readonly rooms: readonly ViewRoomKey[] },
): Promise<View[]> {
  if (rooms.length === 0) return [];
  const at = await todayForViews(ctx);
  const rows = await ctx.db
    .select()
    .from(savedViews)
    .where(
      and(
        inArray(savedViews.room, [...rooms]),
        or(eq(savedViews.isShared, true), eq(savedViews.ownerId, reader.supporterId)),
      ),
    )
    .orderBy(desc(savedViews.isShared), asc(savedViews.position), asc(savedViews.id));
  return rows.flatMap((row) => toView(row, reader, at) ?? []);
}

/** One view, when it is theirs or everyone's. */
export async function readView(ctx: Ctx, id: string, reader: ViewReader): Promise<View | null> {
  const [row] = await ctx.db.select().from(savedViews).where(eq(savedViews.id, id));
  if (!row || (!row.isShared && row.ownerId !== reader.supporterId)) return null;
  return toView(row, reader, await todayForViews(ctx));
}

/** A room that is no more has no views. */
function toView(
  row: typeof savedViews.$inferSelect,
  reader: ViewReader,
  at: RangeToday,
): View | null {
  const room = parseViewRoom(row.room);
  if (!room) return null;
  return {
    id: row.id,
    room,
    query: viewRooms[room].read(new URLSearchParams(row.query), at),
    name: row.name,
    isShared: row.isShared,
    isOwn: row.ownerId === reader.supporterId,
    isTheirs: row.ownerId === reader.supporterId || (row.isShared && reader.isOwner),
  };
}
