import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPayments } from '../../domain/reports/export-payments.server.ts';
import { parsePaymentFilter } from '../../domain/reports/payment-filter.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** The payments of a filter. Who took them home is written down. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('payments.export'));
  const { services } = args.context;
  const filter = parsePaymentFilter(new URL(args.request.url).searchParams);
  const table = await exportPayments(services, {
    filter,
    actorId: viewer.supporter.id,
  });
  return csvResponse(table, { name: `payments-${fileDay(services.clock.now())}`, viewer });
}
