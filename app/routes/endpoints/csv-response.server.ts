import { createReadableStreamFromReadable } from '@remix-run/node';
import { csvStream, type CsvTable } from '../../domain/reports/csv.server.ts';
import type { StaffViewer } from '../../web/guards.server.ts';
import { privateHeaders } from '../../web/caching.server.ts';

/** A table as a file that is sent while it is read. `name` is ASCII, without ending. */
export function csvResponse(
  table: CsvTable,
  input: { name: string; viewer: StaffViewer },
): Response {
  const headers = privateHeaders(input.viewer);
  headers.set('Content-Type', 'text/csv; charset=utf-8');
  headers.set('Content-Disposition', `attachment; filename="${input.name}.csv"`);
  return new Response(createReadableStreamFromReadable(csvStream(table)), { headers });
}

/** The day as it stands in a file's name. */
export function fileDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
