import type { LoaderFunctionArgs } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readSupporterReport } from '../../domain/reports/read-supporter-report.server.ts';
import { parseMonth } from '../../domain/reports/report-month.ts';
import { reportColumns, reportRows } from '../../domain/reports/report-rows.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The supporter report of a month as one long table. No personal data is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const month = parseMonth(new URL(args.request.url).searchParams.get('month'));
  const report = await readSupporterReport(services, { month });
  return csvResponse(
    { columns: reportColumns, rows: reportRows(report) },
    { name: `report-${report.period.month}-${fileDay(services.clock.now())}`, viewer },
  );
}
