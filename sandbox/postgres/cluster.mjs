// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Problem, orDiskFull } from '../launch/problem.mjs';
import { commandOf, waitUntil } from '../launch/processes.mjs';
import { mayEnter, sharedFolder } from './binaries.mjs';

/** @typedef {import('./binaries.mjs').Account} Account */

/**
 * The real folder of a cluster. Root's own home is closed to Postgres's user: there the files live
 * in a shared folder, and `dataDir` is a link to it.
 * @param {string} dataDir @param {Account | null} account
 */
export function placeCluster(dataDir, account) {
  const here = fs.lstatSync(dataDir, { throwIfNoEntry: false });
  if (here?.isSymbolicLink()) {
    const target = fs.readlinkSync(dataDir);
    if (fs.existsSync(target)) return target;
    fs.unlinkSync(dataDir);
  } else if (here) return dataDir;
  if (!account || mayEnter(account, path.dirname(dataDir))) return dataDir;
  const elsewhere = path.join(sharedFolder, `data-${shortHash(dataDir)}`);
  fs.mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  // Nothing links there any more: the folder it belonged to was deleted by hand.
  fs.rmSync(elsewhere, { recursive: true, force: true });
  fs.symlinkSync(elsewhere, dataDir);
  return elsewhere;
}

/** Deletes a cluster wherever {@link placeCluster} put it. @param {string} dataDir */
export function removeCluster(dataDir) {
  const here = fs.lstatSync(dataDir, { throwIfNoEntry: false });
  if (here?.isSymbolicLink()) {
    const target = fs.readlinkSync(dataDir);
    if (path.dirname(target) === sharedFolder) fs.rmSync(target, { recursive: true, force: true });
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Runs initdb into a draft folder, so that being killed half-way leaves nothing to trip over.
 * @param {object} options
 * @param {string} options.folder @param {string} options.initdb @param {string} options.password
 * @param {string} options.user @param {Account | null} options.account @param {string} options.log
 * @param {boolean} options.durable
 * @throws {Problem}
 */
export function initialise({ folder, initdb, password, user, account, log, durable }) {
  const draft = `${folder}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const secret = path.join(os.tmpdir(), `masthead-${shortHash(`${folder}${process.pid}`)}`);
  try {
    fs.writeFileSync(secret, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (account) for (const own of [draft, secret]) fs.chownSync(own, account.uid, account.gid);
    const run = spawnSync(
      initdb,
      [
        ...['--pgdata', draft, '--username', user, '--pwfile', secret],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'],
        // Letters of every script, the same on every machine, whatever the system has installed.
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
    );
    const output = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`;
    fs.appendFileSync(log, output);
    if (run.status !== 0) {
      const why = orDiskFull(new Problem(`The database could not be created: see ${log}`), output);
      throw why;
    }
    fs.renameSync(draft, folder);
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder @param {string} version the server's, such as 18.4.0
 * @throws {Problem} when the files there are not for this server
 */
export function assertSameMajor(folder, version) {
  const file = path.join(folder, 'PG_VERSION');
  let found;
  try {
    found = fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    throw new Problem(
      denied
        ? `The database in ${folder} belongs to another user: start as that user, or choose another DATA_DIR.`
        : `The database in ${folder} is damaged (no PG_VERSION): npm start -- --fresh begins anew.`,
    );
  }
  const major = version.split('.')[0];
  if (found !== major) {
    throw new Problem(
      `The database in ${folder} is of Postgres ${found}, this is ${major}: npm start -- --fresh begins anew, or set DATABASE_URL.`,
    );
  }
}

/**
 * A crash can leave a server running, or its pid file lying. The first is stopped; the second is
 * taken away when the pid has gone to another program, which Postgres itself can't tell.
 * @param {string} folder
 */
export async function clearOrphan(folder) {
  const pidFile = path.join(folder, 'postmaster.pid');
  const pid = Number.parseInt(readOrEmpty(pidFile), 10);
  if (!Number.isInteger(pid) || pid <= 1) {
    fs.rmSync(pidFile, { force: true });
    return;
  }
  const isOurs = () => {
    const command = commandOf(pid);
    return command !== null && command.includes('postgres') && command.includes(folder);
  };
  /** @type {NodeJS.Signals[]} */
  const escalation = ['SIGINT', 'SIGQUIT', 'SIGKILL'];
  for (const signal of escalation) {
    if (!isOurs()) break;
    process.kill(pid, signal);
    await waitUntil(() => !isOurs(), signal === 'SIGINT' ? 20_000 : 5_000);
  }
  fs.rmSync(pidFile, { force: true });
}

/** Is the server in this folder, with this pid, taking connections? @param {string} folder @param {number} pid */
export function isReady(folder, pid) {
  const lines = readOrEmpty(path.join(folder, 'postmaster.pid')).split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** Messages in English, whatever the person's language: we read some of them. */
export function serverEnvironment() {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} text */
function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
