import type { LoaderFunctionArgs } from '@remix-run/node';
import { isLoopback } from '../../platform/env.ts';
import { countInbox } from '../../webhooks/read-inbox.server.ts';

/** Counters in the Prometheus text format, for this machine only: put a collector beside the app. */
export async function loader({ context: { services, clientAddress } }: LoaderFunctionArgs) {
  if (!isLoopback(clientAddress.replace(/^::ffff:/, ''))) throw new Response(null, { status: 404 });
  const inbox = await countInbox(services);
  const lines = [
    '# HELP masthead_stripe_events Stripe events by what became of them.',
    '# TYPE masthead_stripe_events gauge',
    ...Object.entries(inbox).map(
      ([outcome, count]) => `masthead_stripe_events{outcome="${outcome}"} ${count}`,
    ),
    '# HELP masthead_process_resident_bytes Memory of this process.',
    '# TYPE masthead_process_resident_bytes gauge',
    `masthead_process_resident_bytes ${process.memoryUsage.rss()}`,
    '# HELP masthead_process_uptime_seconds Seconds since this process started.',
    '# TYPE masthead_process_uptime_seconds counter',
    `masthead_process_uptime_seconds ${Math.round(process.uptime())}`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' },
  });
}
