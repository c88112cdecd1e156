import { type Server, createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { RequestOrigin } from './domain/ports/context.ts';
import { type JobHandlers } from './gateways/queue/queue.server.ts';
import { createJobHandlers } from './jobs/handlers.server.ts';
import { type Env, EnvError, isLoopback, readEnv } from './platform/env.ts';
import { type Services, createServices } from './services.server.ts';
import { serveMedia } from './web/media.ts';
import { chooseInBrowserScript } from './ui/ask/choose-in-browser.ts';
import { securityHeaders } from './web/security-headers.ts';
import './web/context.ts';

const shutdownMs = 15_000;

interface Site {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly entryScript: () => Promise<string>;
  readonly middleware: express.Handler | null;
}

/** The built site, or Vite compiling it on request while developing. */
async function loadSite(env: Env, server: Server): Promise<Site> {
  if (env.nodeEnv !== 'development') {
    const file = path.resolve('build/server/index.js');
    const build = (await import(pathToFileURL(file).href)) as ServerBuild;
    return { build, entryScript: async () => build.assets.entry.module, middleware: null };
  }
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } });
  const load = async () =>
    (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild; // Vite types every module it loads as a record of any
  return {
    build: load,
    entryScript: async () => '/app/entry.client.tsx',
    middleware: vite.middlewares,
  };
}

function createApp(env: Env, services: Services, site: Site): express.Express {
  const app = express();
  const safeguards = Object.entries(securityHeaders(env, [chooseInBrowserScript]));
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustedProxies);
  app.use((request, response, next) => {
    if (
      env.sandbox.standIns.includes('stripe') &&
      !env.sandbox.mayBePublic &&
      !isLoopback(request.hostname)
    ) {
      response
        .status(421)
        .type('text')
        .send(
          'This sandbox only answers on this machine. Set SANDBOX_PUBLIC=1 to show it to others.\n',
        );
      return;
    }
    for (const [name, value] of safeguards) response.setHeader(name, value);
    next();
  });
  app.use(compression());
  if (site.middleware) app.use(site.middleware);
  else {
    app.use(
      '/assets',
      express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }),
    );
    app.use(express.static('build/client', { maxAge: '1h', index: false }));
  }
  app.use('/media', serveMedia(env.mediaDir));
  app.all('*', (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      services.log.debug(
        {
          method: request.method,
          status: response.statusCode,
          ms: Math.round(performance.now() - startedAt),
        },
        'request',
      );
    });
    site.entryScript().then((entryScript) => {
      const handle = createRequestHandler({
        build: site.build,
        mode: env.nodeEnv,
        getLoadContext: () => ({
          services: { ...services, origin: originOf(request) },
          entryScript,
          clientAddress: request.ip ?? '',
        }),
      });
      return handle(request, response, next);
    }, next);
  });
  app.use(((error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (status >= 500) services.log.error({ err: error }, 'a request failed');
    if (response.headersSent) next(error);
    else
      response
        .status(status)
        .type('text')
        .send(status === 404 ? 'Not found\n' : 'Something went wrong. Please try again.\n');
  }) satisfies express.ErrorRequestHandler);
  return app;
}

function originOf(request: express.Request): RequestOrigin {
  const userAgent = request.get('User-Agent')?.slice(0, 300);
  return { address: request.ip ?? '', userAgent: userAgent ?? null };
}

function statusOf(error: unknown): number {
  if (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number'
  ) {
    return error.status;
  }
  return 500;
}

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const services = await createServices(env);
  const { log } = services;
  const server = createServer();
  const site = await loadSite(env, server);
  server.on('request', createApp(env, services, site));
  // How long all of a request may take to arrive: a photograph over a reporter's bad line, too.
  server.requestTimeout = 180_000;
  server.headersTimeout = 30_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    log.fatal(
      { code: error.code },
      error.code === 'EADDRINUSE'
        ? `port ${env.port} is in use: set PORT to a free one`
        : 'the server failed',
    );
    process.exit(1);
  });
  if (env.runsWorker) {
    const handlers: JobHandlers = createJobHandlers(services);
    await services.queue.work(handlers);
  }
  server.listen(env.port, env.host, () =>
    log.info({ url: env.appUrl, worker: env.runsWorker }, 'ready'),
  );

  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), shutdownMs).unref();
    server.closeIdleConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await services.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(signal));
  }
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Masthead could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
});
