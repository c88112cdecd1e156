// @ts-check
import { once } from 'node:events';
import path from 'node:path';
import { startPostgres } from '../postgres/postgres.mjs';
import { environmentForApp } from './configuration.mjs';
import { Problem, orDiskFull } from './problem.mjs';
import { startNode, waitUntil } from './processes.mjs';

/**
 * @typedef {import('./processes.mjs').Child} Child
 * @typedef {Pick<Child, 'name' | 'pid' | 'stop' | 'kill' | 'exited'>} Running
 *
 * @typedef {object} Context
 * @property {import('./configuration.mjs').Configuration} configuration
 * @property {import('./data-folder.mjs').Secrets} secrets
 * @property {(child: Running) => void} started called with each part as it starts
 * @property {(line: string) => void} say
 */

/** @param {Context} context @returns {Promise<string>} the address of our database */
export async function startDatabase({ configuration, secrets, started }) {
  const { dataDir, ports, standIns } = configuration;
  if (!standIns.database) return process.env['DATABASE_URL'] ?? '';
  const server = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: ports.postgres,
    log: logOf(configuration, 'postgres'),
    password: secrets.postgres,
  });
  started({ name: 'database', ...server });
  return server.url('masthead');
}

/** The sandbox Stripe and the mailbox, as far as they are wanted. @param {Context} context */
export async function startStandIns({ configuration, secrets, started }) {
  const { dataDir, ports, standIns, host } = configuration;
  if (!standIns.stripe && !standIns.mail) return;
  const appHost = ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
  const wanted = {
    dataDir,
    stripe: standIns.stripe && {
      port: ports.stripe,
      publicUrl: `http://localhost:${ports.stripe}`,
      webhook: {
        url: `${configuration.appUrl}/webhooks/stripe`,
        reachedAt: `http://${appHost}:${ports.app}/webhooks/stripe`,
        secret: secrets.webhook,
      },
      // The demo's supporters have paid in the sandbox for two years before anyone sees it.
      history:
        standIns.database && !configuration.options.empty ? { appUrl: configuration.appUrl } : null,
    },
    mailbox: standIns.mail && { smtpPort: ports.smtp, webPort: ports.mailbox },
  };
  const child = startNode({
    name: 'sandbox',
    args: ['--import', 'tsx', 'sandbox/main.ts'],
    env: { ...process.env, SANDBOX_SERVICES: JSON.stringify(wanted) },
    logFile: logOf(configuration, 'sandbox'),
  });
  started(child);
  const isReady = await Promise.race([
    once(child.process, 'message').then(() => true),
    child.exited.then(() => false),
  ]);
  if (!isReady) throw whyEnded(child, configuration);
}

/**
 * Brings the schema up to date and loads the demo newsroom, both done when there is nothing to do.
 * @param {Context} context @param {string} databaseUrl
 * @returns {Promise<boolean>} is the demo newsroom there?
 */
export async function prepareData(context, databaseUrl) {
  const { configuration } = context;
  const { options, standIns } = configuration;
  const migration = options.dev
    ? ['--import', 'tsx', 'app/db/migrate.ts']
    : ['build/app/migrate.js'];
  await runToEnd(context, databaseUrl, 'migrations', migration);
  // People and payments must agree with the sandbox Stripe, and don't belong in anybody's own data.
  if (options.empty || !standIns.database || !standIns.stripe) return false;
  await runToEnd(context, databaseUrl, 'demo', ['--import', 'tsx', 'sandbox/demo/load.ts']);
  return true;
}

/** @param {Context} context @param {string} databaseUrl @returns {Promise<Running>} once it answers */
export async function startSite({ configuration, secrets, started }, databaseUrl) {
  const { options, host, ports } = configuration;
  const child = startNode({
    name: 'site',
    args: options.dev
      ? ['--import', 'tsx', 'app/server.ts']
      : ['--enable-source-maps', 'build/app/server.js'],
    env: environmentForApp(configuration, secrets, databaseUrl, process.env),
    logFile: logOf(configuration, 'site'),
    echo: options.dev,
  });
  started(child);
  let hasEnded = false;
  void child.exited.then(() => (hasEnded = true));
  const address = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${ports.app}/health`;
  const isUp = async () => {
    if (hasEnded) return true;
    const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch(() => null);
    return answer?.status === 200;
  };
  const answered = await waitUntil(isUp, 60_000);
  if (hasEnded) throw whyEnded(child, configuration);
  if (!answered) {
    throw new Problem(`The site does not answer ${address}: see ${logOf(configuration, 'site')}`);
  }
  return child;
}

/**
 * @param {Context} context @param {string} databaseUrl @param {string} name @param {string[]} args
 * @throws {Problem} when it fails
 */
async function runToEnd({ configuration, secrets, started }, databaseUrl, name, args) {
  const child = startNode({
    name,
    args,
    env: environmentForApp(configuration, secrets, databaseUrl, process.env),
    logFile: logOf(configuration, name),
  });
  started(child);
  if ((await child.exited) !== 0) throw whyEnded(child, configuration);
}

/**
 * @param {Child} child @param {import('./configuration.mjs').Configuration} configuration
 * @returns {unknown} one line, with the reason that the program gave when it gave one
 */
export function whyEnded(child, configuration) {
  const tail = child.tail();
  const log = logOf(configuration, child.name);
  return orDiskFull(
    new Problem(`${titles[child.name] ?? child.name} stopped: ${reasonIn(tail)} (see ${log})`),
    tail,
  );
}

/** @type {Record<string, string>} */
const titles = {
  site: 'The site',
  sandbox: 'The sandbox',
  migrations: 'Updating the database',
  demo: 'Loading the demo newsroom',
};

/** The line of a stack trace that holds the message, or the last line that was written. @param {string} output */
function reasonIn(output) {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^Node\.js v/.test(line));
  const thrown = lines.filter((line) =>
    /^\s*(\w+ )*(\[?cause\]?: )?[A-Za-z]*Error\b.*: /.test(line),
  );
  return (
    thrown.at(-1) ??
    lines.filter((line) => !/^\s+at |^[{}]/.test(line)).at(-1) ??
    'no reason given'
  ).trim();
}

/** @param {import('./configuration.mjs').Configuration} configuration @param {string} name */
function logOf({ dataDir }, name) {
  return path.join(dataDir, 'logs', `${name}.log`);
}
