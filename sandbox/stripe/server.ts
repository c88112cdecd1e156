import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controls } from './control/controls.ts';
import { answerControl } from './control/routes.ts';
import { startTicker } from './control/ticker.ts';
import { type ConfiguredWebhook, configureEndpoint } from './delivery/configured-endpoint.ts';
import type { CourierOptions } from './delivery/courier.ts';
import { Courier } from './delivery/courier.ts';
import { Faults } from './delivery/faults.ts';
import type { ClockOption } from './engine/clock.ts';
import type { Engine } from './engine/engine.ts';
import { createEngine } from './engine/engine.ts';
import type { SettingsOption } from './engine/settings.ts';
import { answerHosted } from './hosted/routes.ts';
import type { ApiObservers, UnknownRequest } from './http/api.ts';
import { ApiFaults } from './http/api-faults.ts';
import { answerApi } from './http/api.ts';
import { Conformance } from './http/conformance.ts';
import type { Exchange, Reply } from './http/exchange.ts';
import { json, readExchange, send } from './http/exchange.ts';
import { answerTroubled } from './http/troubled-api.ts';
import { Persistence } from './store/persistence.ts';

export interface SandboxOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Where the state is kept; `null`: in memory only. */
  dataDir: string | null;
  /** The address that links to hosted pages begin with; the server's own by default. */
  publicUrl?: string;
  /** An endpoint that gets every event, signed with this secret. */
  webhook?: ConfiguredWebhook;
  clock?: ClockOption;
  seed?: number;
  settings?: SettingsOption;
  delivery?: Partial<CourierOptions>;
  /** `collect`: every answer and every event sent is compared with the SDK's types; off by default. */
  conformance?: 'collect' | 'off';
  /** Called for each request with what was answered; silent by default. */
  logRequests?: (line: string) => void;
}

export interface StripeSandbox {
  url: string;
  port: number;
  engine: Engine;
  /** Requests that met no route: a test run should end with none. */
  unknownRequests: UnknownRequest[];
  /** Where answers and events differed from the SDK's types, when told to `collect`. */
  differences: string[];
  /** Resolves when every delivery that is due has been attempted and none is under way. */
  settled(): Promise<void>;
  /** Brings delivery retries forward to now, and resolves as `settled` does. */
  retryDeliveries(): Promise<void>;
  close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * Starts a Stripe of one's own on this machine.
 *
 * @throws in a production process, and on a host that others could reach.
 */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
  const host = options.host ?? '127.0.0.1';
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The sandbox Stripe does not run with NODE_ENV=production.');
  }
  if (!LOOPBACK.includes(host))
    throw new Error(`The sandbox Stripe listens on loopback only, not on ${host}.`);
  const server = http.createServer();
  const port = await listen(server, options.port, host);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const persistence = options.dataDir === null ? null : new Persistence(options.dataDir);
  const resumed = persistence?.resumed ?? { offsetSeconds: 0, idPosition: 0 };
  const engine = createEngine({
    clock: options.clock ?? { offsetSeconds: resumed.offsetSeconds },
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    idPosition: resumed.idPosition,
    settings: { ...options.settings, publicUrl: options.publicUrl ?? url },
  });
  persistence?.attach(engine);
  const { webhook } = options;
  if (webhook) configureEndpoint(engine, webhook);
  const faults = new Faults();
  const apiFaults = new ApiFaults();
  const conformance = options.conformance === 'collect' ? new Conformance() : null;
  const courier = new Courier(engine, faults, {
    ...(conformance ? { onSend: (event) => conformance.sent(event) } : {}),
    ...(webhook ? { reach: (at) => (at === webhook.url ? (webhook.reachedAt ?? at) : at) } : {}),
    ...options.delivery,
  });
  const controls = new Controls({ engine, courier, faults, apiFaults, persistence });
  const unknownRequests: UnknownRequest[] = [];
  const ticker = startTicker(engine, controls);

  const parts = { engine, controls, unknownRequests, conformance };
  server.on('request', (request, response) => {
    void readExchange(request)
      .then(async (exchange) => {
        engine.runDue();
        const reply = await answer(parts, exchange);
        options.logRequests?.(`${exchange.method} ${exchange.path} ${reply?.status ?? 'closed'}`);
        return reply;
      })
      .catch((error: unknown) => apiFailure(error, options.logRequests))
      .then((reply) => (reply ? send(response, reply) : request.socket.destroy()));
  });
  courier.start();

  return {
    url,
    port,
    engine,
    unknownRequests,
    differences: conformance?.differences ?? [],
    settled: () => courier.settled(),
    retryDeliveries: () => {
      courier.retryNow();
      return courier.settled();
    },
    close: async () => {
      ticker.stop();
      await courier.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      persistence?.close();
    },
  };
}

interface Parts extends ApiObservers {
  engine: Engine;
  controls: Controls;
}

/** `null`: nothing is answered, the connection is closed. */
async function answer(parts: Parts, exchange: Exchange): Promise<Reply | null> {
  const { engine, controls, unknownRequests } = parts;
  if (exchange.path.startsWith('/v1/') || exchange.path.startsWith('/v2/')) {
    return answerTroubled(controls.apiFaults, exchange, (wanted) =>
      answerApi(engine, wanted, parts),
    );
  }
  if (exchange.path === '/_sandbox' || exchange.path.startsWith('/_sandbox/')) {
    return answerControl(controls, exchange, unknownRequests);
  }
  const hosted = answerHosted(engine, exchange);
  if (hosted) return hosted;
  unknownRequests.push({ method: exchange.method, path: exchange.path });
  const message = `Unrecognized request URL (${exchange.method}: ${exchange.path}).`;
  return json(404, { error: { type: 'invalid_request_error', message } });
}

/** A fault of the sandbox itself, in Stripe's shape, so that the SDK does not take it for success. */
function apiFailure(error: unknown, log: ((line: string) => void) | undefined): Reply {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log?.(message);
  return json(500, { error: { type: 'api_error', message: `The sandbox failed: ${message}` } });
}

function listen(server: http.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
