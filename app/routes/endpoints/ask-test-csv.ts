import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { listAskTests } from '../../domain/asks/ab-test/read-ask-tests.server.ts';
import { askTestTable } from '../../domain/reports/ask-tests/ask-test-table.ts';
import { readAskTestResult } from '../../domain/reports/ask-tests/read-ask-test.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { requireRole } from '../../web/guards.server.ts';
import { csvResponse, fileDay } from './csv-response.server.ts';

/** One test of an ask: `?number=`. No personal data is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('report.export'));
  const { services } = args.context;
  const id = z.uuid().safeParse(args.params['id']);
  const number = new URL(args.request.url).searchParams.get('number');
  const tests = id.success ? await listAskTests(services, id.data) : [];
  const test = tests.find((one) => String(one.number) === number);
  if (!test) throw new Response(null, { status: 404 });
  return csvResponse(askTestTable(await readAskTestResult(services, test)), {
    name: `ask-test-${test.number}-${fileDay(services.clock.now())}`,
    viewer,
  });
}
