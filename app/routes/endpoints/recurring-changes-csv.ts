import type { LoaderFunctionArgs } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { parseChangeFilter } from '../../domain/reports/recurring/change-filter.ts';
import { exportChanges } from '../../domain/reports/recurring/export-changes.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The changes of memberships of a filter, with whose they are. Who took them home is written down. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('supporters.export'));
  const { services } = args.context;
  const filter = parseChangeFilter(new URL(args.request.url).searchParams);
  const table = await exportChanges(services, { filter, actorId: viewer.supporter.id });
  return csvResponse(table, {
    ...{ name: `membership-changes-${fileDay(services.clock.now())}`, viewer },
  });
}
