import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseArticleFilter } from '../../domain/reports/article-filter.ts';
import { exportArticles } from '../../domain/reports/export-articles.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The articles of a filter, with what each brought. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const filter = parseArticleFilter(new URL(args.request.url).searchParams);
  const table = await exportArticles(services, { filter, actorId: viewer.supporter.id });
  return csvResponse(table, { name: `articles-${fileDay(services.clock.now())}`, viewer });
}
