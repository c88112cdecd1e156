import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAuditFilter } from '../../domain/reports/audit/audit-filter.ts';
import { exportAudit } from '../../domain/reports/audit/export-audit.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The audit log of a filter. Who took it home is written into it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('audit.export'));
  const { services } = args.context;
  const filter = parseAuditFilter(new URL(args.request.url).searchParams);
  const table = await exportAudit(services, { filter, actorId: viewer.supporter.id });
  return csvResponse(table, { name: `audit-${fileDay(services.clock.now())}`, viewer });
}
