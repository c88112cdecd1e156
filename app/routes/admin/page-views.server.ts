import type { LoaderFunctionArgs } from '@remix-run/node';
import { may } from '../../domain/reports/permissions.ts';
import { readViews, todayForViews } from '../../domain/views/read-views.server.ts';
import type { ViewReader } from '../../domain/views/view.ts';
import { viewRoomAt, viewRooms } from '../../domain/views/view-room.ts';
import { barePath } from '../../kernel/locale.ts';
import type { PageViews } from '../../ui/admin/views/views-menu.tsx';
import type { StaffViewer } from '../../web/guards.server.ts';

export function viewReader({ supporter, role }: StaffViewer): ViewReader {
  return { supporterId: supporter.id, isOwner: role === 'owner' };
}

/** The kept views of the page that is asked for. One query; none where nothing can be kept. */
export async function readPageViews(
  { request, context }: LoaderFunctionArgs,
  viewer: StaffViewer,
): Promise<PageViews | null> {
  const { pathname, searchParams } = new URL(request.url);
  const room = viewRoomAt(barePath(pathname));
  if (!room || !may(viewer.role, viewRooms[room].needs)) return null;
  const ctx = context.services;
  const reader = viewReader(viewer);
  const query = viewRooms[room].read(searchParams, await todayForViews(ctx));
  const views = await readViews(ctx, { reader, rooms: [room] });
  return {
    room,
    query,
    views: views.map(({ id, name, isShared, ...view }) => ({
      ...{ id, name, isShared, query: view.query },
      isHere: view.query === query,
    })),
    maySave: may(viewer.role, 'views.save'),
  };
}
