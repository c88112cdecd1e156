import type { LoaderFunctionArgs } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import {
  readRange,
  readSupporterReport,
} from '../../domain/reports/read-supporter-report.server.ts';
import { reportColumns, reportRows } from '../../domain/reports/report-rows.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The supporter report of some days as one long table. No personal data is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const range = await readRange(services, new URL(args.request.url).searchParams);
  const report = await readSupporterReport(services, range);
  return csvResponse(
    { columns: reportColumns, rows: reportRows(report) },
    { name: `report-${range.from}-to-${range.to}-${fileDay(services.clock.now())}`, viewer },
  );
}
