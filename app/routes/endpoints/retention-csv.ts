import type { LoaderFunctionArgs } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readRange } from '../../domain/reports/read-supporter-report.server.ts';
import { readRetentionReport } from '../../domain/reports/recurring/read-retention-report.server.ts';
import { recurringColumns, retentionRows } from '../../domain/reports/recurring/recurring-rows.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** Every table of the page as one long table. No personal data is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const query = new URL(args.request.url).searchParams;
  const range = await readRange(services, query);
  const report = await readRetentionReport(services, range, query.get('by'));
  return csvResponse(
    { columns: recurringColumns, rows: retentionRows(report) },
    { name: `retention-${range.from}-${range.to}-${fileDay(services.clock.now())}`, viewer },
  );
}
