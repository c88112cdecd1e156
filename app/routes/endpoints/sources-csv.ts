import type { LoaderFunctionArgs } from '@remix-run/node';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readRange } from '../../domain/reports/read-supporter-report.server.ts';
import { parseSourceQuestion } from '../../domain/reports/sources/source.ts';
import { sourceTable } from '../../domain/reports/sources/source-rows.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** A whole breakdown, in every settlement currency. No personal data is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const { pathname, searchParams: query } = new URL(args.request.url);
  const range = await readRange(services, query);
  const { by } = parseSourceQuestion(query);
  return csvResponse(sourceTable(services, { by, range, locale: localeOfPath(pathname) }), {
    name: `sources-${by}-${range.from}-${range.to}-${fileDay(services.clock.now())}`,
    viewer,
  });
}
