import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '../../app/db/client.server.ts';
import { type Env, readEnv } from '../../app/platform/env.ts';
import { startNode } from '../launch/processes.mjs';
import { type ChaosDatabase, startDatabase } from './database.ts';
import { type Door, openDoor } from './door.ts';
import type { ChaosOptions } from './options.ts';
import type { NodeTarget } from './plan.ts';
import { type Places, placesFrom, startStandIns } from './stand-ins.ts';
import { type Supervised, supervise } from './supervised.ts';
import type { Tally } from './tally.ts';

/** How long after the database's return a start that failed is put down to its absence. */
const graceMs = 15_000;

/** Everything of a run: one database, two sites behind one door, a worker, and the stand-ins. */
export interface Stage {
  readonly places: Places;
  readonly env: Env;
  readonly dataDir: string;
  readonly database: ChaosDatabase;
  /** Our own way into the database, beside the product's. */
  readonly sql: Database;
  readonly door: Door;
  readonly nodes: Readonly<Record<NodeTarget, Supervised>>;
  /** Rejects when the stand-ins end: nothing can be learnt without them. */
  readonly lostStandIns: Promise<never>;
  stop(): Promise<void>;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Starts it all and loads the demo newsroom without its history. What was started is stopped when a later part fails. */
export async function openStage(
  options: ChaosOptions,
  tally: Tally,
  signal: AbortSignal,
): Promise<Stage> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'chaos-'));
  // Postgres has a user of its own, who must pass through.
  fs.chmodSync(dataDir, 0o711);
  const running: Stoppable[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    running.length = 0;
    if (!options.keep) fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await startAll(options, dataDir, running, tally, signal)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  options: ChaosOptions,
  dataDir: string,
  running: Stoppable[],
  tally: Tally,
  signal: AbortSignal,
): Promise<Omit<Stage, 'stop'>> {
  const places = placesFrom(options.port);
  const { ports } = places;
  const logOf = (name: string) => path.join(dataDir, 'logs', `${name}.log`);
  const database = await startDatabase({
    dataDir: path.join(dataDir, 'postgres'),
    port: ports.postgres,
    log: logOf('postgres'),
    password: randomBytes(24).toString('hex'),
  });
  running.push(database);
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`;
  const standIns = { places, dataDir, webhookSecret, logFile: logOf('sandbox') };
  const outside = await startStandIns(standIns);
  running.push(outside);
  const lostStandIns = outside.exited.then((how) => {
    throw new Error(`The stand-ins ended (${how}): ${outside.tail()}`);
  });
  lostStandIns.catch(() => undefined);
  const variables = {
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    APP_URL: places.appUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    APP_SECRET: randomBytes(32).toString('hex'),
    WORKER: '0',
    SANDBOX: 'database,stripe,mail',
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: places.stripeUrl,
    SANDBOX_STRIPE_URL: places.stripeUrl,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SANDBOX_MAILBOX_URL: places.mailboxUrl,
  };
  const env: NodeJS.ProcessEnv = { ...process.env, ...variables };
  await runToEnd('migrations', ['build/app/migrate.js'], env, logOf);
  await runToEnd('demo', ['--import', 'tsx', 'sandbox/demo/load.ts'], env, logOf);

  const node = (name: NodeTarget, entry: string, port: number, readyLine: string) => {
    const started = supervise({
      name,
      args: ['--enable-source-maps', `build/app/${entry}.js`],
      env: { ...env, PORT: String(port) },
      logFile: logOf(name),
      readyLine,
      mayFail: () => database.wasAwayWithin(graceMs),
      tally,
      signal,
    });
    running.push(started);
    return started;
  };
  const nodes = {
    'site-a': node('site-a', 'server', ports.siteA, '"msg":"ready"'),
    'site-b': node('site-b', 'server', ports.siteB, '"msg":"ready"'),
    worker: node('worker', 'worker', ports.siteA, '"msg":"worker ready"'),
  };
  const door = await openDoor(ports.door, [ports.siteA, ports.siteB]);
  running.push({ stop: () => door.close() });
  const sql = openDatabase(database.url, { max: 3 });
  running.push({ stop: () => sql.close() });
  await Promise.all(Object.values(nodes).map((each) => each.ready()));
  return { places, env: readEnv(variables), dataDir, database, sql, door, nodes, lostStandIns };
}

async function runToEnd(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  logOf: (name: string) => string,
): Promise<void> {
  const child = startNode({ name, args, env, logFile: logOf(name) });
  if ((await child.exited) !== 0) throw new Error(`${name} failed: ${child.tail()}`);
}
