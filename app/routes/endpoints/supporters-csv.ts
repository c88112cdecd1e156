import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportSupporters } from '../../domain/reports/export-supporters.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { parseSupporterFilter } from '../../domain/reports/supporter-filter.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The supporters of a filter. Who took them home is written down. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('supporters.export'));
  const { services } = args.context;
  const filter = parseSupporterFilter(new URL(args.request.url).searchParams);
  const table = await exportSupporters(services, {
    filter,
    actorId: viewer.supporter.id,
  });
  return csvResponse(table, { name: `supporters-${fileDay(services.clock.now())}`, viewer });
}
