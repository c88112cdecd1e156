// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem, orDiskFull } from '../launch/problem.mjs';
import { openLog, signalGroup, waitUntil } from '../launch/processes.mjs';
import { findAccount, findBinaries } from './binaries.mjs';
import {
  assertSameMajor,
  clearOrphan,
  initialise,
  isReady,
  placeCluster,
  serverEnvironment,
} from './cluster.mjs';

const user = 'masthead';

/** @type {import('./postgres.d.mts').startPostgres} */
export async function startPostgres({ dataDir, port, log, password, durable = true }) {
  const secret = password ?? randomBytes(24).toString('hex');
  const place = path.resolve(dataDir);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  const newcomer = findAccount();
  const folder = placeCluster(place, newcomer);
  const account = newcomer && (ownerOf(folder) ?? newcomer);
  const { postgres, initdb, version } = findBinaries(account);
  fs.closeSync(openLog(log));
  if (!fs.existsSync(folder)) {
    initialise({ folder, initdb, password: secret, user, account, log, durable });
  }
  assertSameMajor(folder, version);
  await clearOrphan(folder);

  const server = await launch({ postgres, folder, port, account, log, durable });
  /** @param {string} database */
  const url = (database) => `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;
  try {
    await ensureDatabase(url, 'masthead');
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, ...server };
}

/** @param {string} folder as root, a cluster is served by the user who made it */
function ownerOf(folder) {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

/**
 * @param {object} options
 * @param {string} options.postgres @param {string} options.folder @param {number} options.port
 * @param {import('./binaries.mjs').Account | null} options.account
 * @param {string} options.log @param {boolean} options.durable
 * @throws {Problem}
 */
async function launch({ postgres, folder, port, account, log, durable }) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    // What may be lost may also be impatient: who waits for each other is let go at once.
    ...(durable
      ? []
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'deadlock_timeout=100ms']),
  ].flatMap((setting) => ['-c', setting]);
  const logFrom = fs.statSync(log).size;
  const output = fs.openSync(log, 'a');
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...settings], {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  let hasEnded = false;
  /** @type {Promise<number | string>} */
  const exited = new Promise((resolve) => {
    const end = (/** @type {number | string} */ how) => {
      hasEnded = true;
      resolve(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(code ?? signal ?? 'unknown'));
  });
  const pid = child.pid ?? -1;
  const guard = startGuard(pid, account);
  void exited.then(() => signalGroup(guard, 'SIGKILL'));
  // Crash recovery after a power cut may replay a lot; a failed start ends the process at once.
  await waitUntil(() => hasEnded || isReady(folder, pid), 120_000, 20);
  if (hasEnded || !isReady(folder, pid)) {
    signalGroup(pid, 'SIGQUIT');
    throw whyNotStarted(fs.readFileSync(log).subarray(logFrom).toString('utf8'), port, log);
  }
  return {
    pid,
    exited,
    kill: () => signalGroup(pid, 'SIGQUIT'),
    stop: async () => {
      // SIGINT is Postgres's fast shutdown: sessions are ended, everything is written.
      if (!hasEnded) process.kill(pid, 'SIGINT');
      const timer = setTimeout(() => signalGroup(pid, 'SIGQUIT'), 30_000);
      await exited;
      clearTimeout(timer);
    },
  };
}

/**
 * A shell that waits for our end of its pipe to close, which also happens when we are killed, and
 * then shuts the server down, a moment after the programs that use it.
 * @param {number} pid @param {import('./binaries.mjs').Account | null} account
 */
function startGuard(pid, account) {
  const script = 'cat >/dev/null; sleep 3; kill -INT "$1" 2>/dev/null';
  const guard = spawn('/bin/sh', ['-c', script, 'guard', String(pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard.pid ?? -1;
}

/** @param {string} output @param {number} port @param {string} log */
function whyNotStarted(output, port, log) {
  if (/could not bind .*Address already in use/s.test(output)) {
    return new Problem(
      `Port ${port} (database) is in use: stop what uses it, or choose another PORT.`,
    );
  }
  return orDiskFull(
    new Problem(
      `The database does not start: see ${log}; npm start -- --fresh begins anew with an empty one.`,
    ),
    output,
  );
}

/**
 * @param {(database: string) => string} url @param {string} name
 * @throws {Problem} when the server does not know our password
 */
async function ensureDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url('postgres') });
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new Problem(
        'The database does not accept the password kept beside it: npm start -- --fresh begins anew.',
      );
    }
    throw orDiskFull(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
