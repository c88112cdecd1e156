import type { LoaderFunctionArgs } from '@remix-run/node';

/** Is this process fit to serve? 200 when its database answers, 503 when not. */
export async function loader({ context: { services } }: LoaderFunctionArgs) {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    await services.database.pool.query('select 1');
    return Response.json({ status: 'ok' }, { headers });
  } catch (error) {
    services.log.error({ err: error }, 'the database does not answer');
    return Response.json({ status: 'database_unreachable' }, { status: 503, headers });
  }
}
