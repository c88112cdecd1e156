import http from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/** What stands before the two sites, as a load balancer does in production. */
export interface Door {
  /** Requests that the site at this port is working on: of Stripe's, and of readers. */
  underWay(port: number): { webhooks: number; pages: number };
  close(): Promise<void>;
}

/**
 * Hands each request to one of the sites in turn. Where nobody listens, the other is asked; a
 * request that was sent is never sent again, since nobody knows what became of it.
 */
export async function openDoor(port: number, sites: readonly number[]): Promise<Door> {
  const busy = new Map(sites.map((site) => [site, { webhooks: 0, pages: 0 }]));
  let turn = 0;
  const server = http.createServer((request, response) => {
    const first = sites[(turn += 1) % sites.length] ?? 0;
    const order = [first, ...sites.filter((site) => site !== first)];
    buffer(request).then(
      (body) => hand(request, response, body, order),
      () => response.destroy(),
    );
  });

  function hand(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    body: Buffer,
    [site, ...others]: readonly number[],
  ): void {
    if (site === undefined) {
      response.writeHead(502).end('No site answers.\n');
      return;
    }
    const counts = busy.get(site);
    const kind = request.url?.startsWith('/webhooks/') ? 'webhooks' : 'pages';
    if (counts) counts[kind] += 1;
    const onward = http.request({
      ...{ host: '127.0.0.1', port: site, agent: false },
      ...{ method: request.method, path: request.url, headers: request.headers },
    });
    onward.once('close', () => {
      if (counts) counts[kind] -= 1;
    });
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', () => response.destroy());
      answer.once('aborted', () => response.destroy());
      answer.pipe(response);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') hand(request, response, body, others);
      else if (response.headersSent) response.destroy();
      else response.writeHead(502).end('The site broke off.\n');
    });
    onward.end(body);
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    underWay: (site) => busy.get(site) ?? { webhooks: 0, pages: 0 },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
